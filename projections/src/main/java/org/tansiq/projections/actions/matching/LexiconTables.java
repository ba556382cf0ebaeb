package org.tansiq.projections.actions.matching;

/** The words of {@link Lexicon}: English, Arabic, Turkish, German, French, and what else stands on signs in Europe. */
final class LexiconTables {
    private LexiconTables() {}

    static final String FILLERS = """
            article: ديل | دل | دي | دو | the | a | an | la | le | les | l | de | du | des | d | der | die | das | den | dem | am | an | im | in | on | at | of | to | et | and | und | ve | von | vom | zu | zur | zum | del | della | di | da | do | el | al | es | ed | en | ez | van | au | aux | sur | y | i | و | في | من | على | الى | عند | ب | ل | ال
            before: near | by | outside | inside | opposite | front | in front of | across from | next to | vor | vor dem | vor der | gegenuber | bei | beim | neben | devant | face a | face au | pres | pres de | pres du | cote | onu* | onunde | yani | yaninda | karsisi | karsisinda | yakini | yakininda | icinde | امام | قرب | مقابل | قباله | بجانب | بجوار | جانب | داخل | خارج | قبالة | بالقرب من | محيط
            the place: venue | location | place name | ort | lieu | yer | yeri | مكان | المكان | موقع | area | zone | bereich | gelande | منطقه | site | spot
            building: building | gebaude | batiment | immeuble | bina* | مبني | بنايه | edifice
            seat: seat | siege | sitz | مقر | headquarters | headquarter | hq | hauptquartier | quartier general | genel merkez | genel merkezi | merkezi binasi | المقر | المقر الرئيسي | zentrale
            size: غراند | big | great | grand | grande | grosse | grosser | buyuk | الكبير | الكبيره | كبير | main gate
            federation: federation | foderation | foderationen | federasyonu | federale | federal | الاتحاديه | اتحاد روسيا
            """;

    static final String KINDS = """
            square: square | sq | squares | plaza | plaza de | piazza | piazzale | praca | placa | plac | place | plein | platz | torg | torget | plads | pladsen | meydan* | meidan | midan | maidan | maydan | ميدان | ساحه | الساحه | ساحات | سكوير | بلاتز | بلاس | بلازا | بياتسا | بلاثا | -platz | -platzes | -pltz | -plaz | -plein | -torget | -torg | -pladsen | -plads | -بلاتز | -سكوير | esplanade | parvis | forecourt | courtyard | court yard | avlu* | باحه | فناء | hof | vorplatz | cour | market square | marktplatz | place du marche | pazar yeri | marktplein | marktet | markt | -markt | ماركت | -ماركت | بلاتس | -بلاتس | سكوار | بياتزا | ساحات
            street: street | str | strasse | -strasse | -str | rue | cadde* | sokak | sokagi | sokaginda | شارع | الشارع | ستريت | شتراسه | شتراسي | شتراسة | -شتراسه | رود | افينيو | بوليفارد | بولفار | جاده | road | rd | avenue | ave | av | boulevard | blvd | bulvar* | جاده | طريق | افنيو | allee | -allee | gasse | -gasse | -weg | weg | lane | -gatan | -gade | -straat | straat | via | calle | شارع ال | promenade | promenade des | كورنيش | corniche | kordon
            roundabout: roundabout | traffic circle | circle | rond point | kreisel | -kreisel | kreisverkehr | kavsag* | gobek | gobegi | دوار | الدوار | مستديره
            gate: غيت | جيت | gate | tor | porte | kapi | kapisi | kapisinda | بوابه | باب | بوابات | puerta | porta
            bridge: بريدج | بروكه | -بروكه | bridge | brucke | -brucke | -bruecke | bruecke | pont | kopru* | جسر | كوبري | قنطره | passerelle | brug | -brug | ponte | puente | bro | -bron
            park: park | parc | parki | parkinda | parque | parco | حديقه | حدائق | منتزه | متنزه | بارك | غارتن | غاردنز | garden | gardens | garten | -garten | garten | jardin | jardins | bahce* | -park | rosengarten | tuin
            station: ستيشن | station | railway station | train station | bahnhof | -bahnhof | gare | gar | gari | garinda | istasyon* | محطه | محطه القطار | محطه قطارات | محطه القطارات | stazione | estacion | metro | u bahn | metro station | محطه المترو | مترو
            mainstation: central station | main station | main train station | central train station | hauptbahnhof | hbf | gare centrale | merkez gari | merkez istasyonu | ana istasyon | المحطه المركزيه | محطه القطار الرئيسيه | محطه القطارات الرئيسيه | محطه القطارات المركزيه | المحطه الرئيسيه | محطه القطار المركزيه | محطه مركزيه | هاوبتبانهوف | centraal station | centralstation
            airport: airport | flughafen | aeroport | havalimani | havaalani | مطار | aeropuerto | aeroporto
            embassy: embassy | embassies | botschaft | ambassade | buyukelci* | elcilik | elciligi | سفاره | السفاره | ambassador residence | ambasciata | embajada | embassade | ambasad
            consulate: consulate | consulate general | general consulate | konsulat | generalkonsulat | consulat | consulat general | konsolos* | baskonsolos* | قنصليه | القنصليه العامه | القنصليه | قنصليه عامه | consolato | consulado
            parliament: parliament | parliament house | parliament building | houses of parliament | parlament | -parlament | parlement | parlamento* | meclis* | millet meclisi | برلمان | البرلمان | مجلس النواب | مجلس الشعب | مجلس الامه | national assembly | assemblee nationale | assemblee | nationalversammlung | parlementsgebouw | parlementary | مبني البرلمان | بوندستاغ | البوندستاغ | bundestag | reichstag | reichstagsgebaude | الرايخستاغ | storting | stortinget | riksdag | riksdagen | riksdagshuset | folketing | folketinget | knesset | الكنيست | cortes | sejm | tbmm | mynttorget | parliament hill
            townhall: town hall | city hall | townhall | cityhall | rathaus | rat haus | hotel de ville | mairie | belediye* | belediye binasi | belediye sarayi | دار البلديه | مبني البلديه | البلديه | بلديه | مبني بلديه | قاعه المدينه | راتهاوس | radhus | radhuset | stadhuis | gemeentehuis | municipio | ayuntamiento | stadthaus | municipality | municipal building | guildhall
            townhall square: town hall square | city hall square | rathausplatz | rathausmarkt | rathaus markt | radhuspladsen | radhusplassen | ساحه البلديه | ساحه دار البلديه | ميدان البلديه | راتهاوس ماركت | belediye meydani | place de l hotel de ville | place de lhotel de ville | place de la mairie | stadhuisplein
            government: government house | government | chancellery | kanzleramt | bundeskanzleramt | prime ministry | basbakanlik | basbakanligi | دار الحكومه | رئاسه الحكومه | رئاسه الوزراء | رئاسه مجلس الوزراء | السراي الحكومي | السرايا | grand serail | grand serail | قصر الحكومه | المستشاريه | دار المستشاريه | matignon | hotel matignon | gouvernement | حكومه | الحكومه | regierung | hukumet
            governorate: governorate | governor s office | governors office | valilik | valiligi | المحافظه | مبني المحافظه | prefecture | regierungsprasidium | الولايه
            presidency: presidential palace | presidency | cumhurbaskanligi | القصر الجمهوري | قصر الرئاسه | القصر الرئاسي | prasidentenpalast | palais presidentiel | bellevue palace | schloss bellevue | elysee | palais de l elysee | palais de lelysee | الاليزيه | قصر الاليزيه
            foreignministry: foreign ministry | ministry of foreign affairs | foreign office | auswartiges amt | aussenministerium | ministere des affaires etrangeres | affaires etrangeres | quai d orsay | quai dorsay | disisleri bakanligi | وزاره الخارجيه | الخارجيه | مبني وزاره الخارجيه | state department
            ministry: ministry | ministerium | ministere | bakanlik | bakanligi | وزاره | الوزاره
            court: court | courthouse | courts of justice | gericht | gerichtshof | -gericht | strafgerichtshof | tribunal | cour | palais de justice | adliye* | mahkeme* | محكمه | المحكمه | قصر العدل | القصر العدلي | justizpalast | palace of justice | gerechtshof
            un: un | place des nations | ساحه الامم | milletler meydani | platz der nationen | nations square | broken chair | الكرسي المكسور | chaise cassee | unitednations | united nations | u.n. | uno | vereinte nationen | nations unies | l onu | lonu | bm | birlesmis milletler | الامم المتحده | امم متحده | un office | uno city | united nations office | unog | un house | un building | un headquarters | un hq | مكتب الامم المتحده | مقر الامم المتحده | مبني الامم المتحده | قصر الامم | palais des nations | palace of nations | palais des nations unies | palast der nationen | vereinigten nationen | un hauptquartier | uno hauptquartier | uno sitz | bm ofisi | bm binasi | esku | الاسكوا | escwa | unhcr building
            unhcr: unhcr | high commissioner for refugees | المفوضيه الساميه للاجئين | مفوضيه اللاجئين | المفوضيه | مفوضيه شؤون اللاجئين | hcr | fluchtlingshilfswerk | bmmyk
            mosque: mosque | moschee | -moschee | mosquee | cami | camii | camisi | camiinde | camii onu | جامع | الجامع | مسجد | المسجد | mesquita | moschea | masjid | jami
            church: كيرشه | -كيرشه | church | kirche | -kirche | eglise | kilise* | كنيسه | chiesa | iglesia | kerk | -kerk | chapel | kapelle | chapelle | basilica | basilika | basilique | bazilika* | بازيليك
            cathedral: cathedral | dom | munster | kathedrale | -dom | domplatte | domplatz | cathedrale | katedral* | كاتدرائيه | الكاتدرائيه | duomo | الدومو | catedral | domkirche | kathedraal | dome | كاتدرال
            synagogue: synagogue | synagoge | sinagog* | كنيس
            university: university | universitat | universite* | uni | جامعه | الجامعه | universita | universidad | universiteit | campus | -universitat | hochschule | faculty | fakultat | faculte | fakulte* | كليه
            school: school | schule | ecole | okul* | مدرسه | lycee | gymnasium | lise* | ثانويه
            library: library | bibliothek | bibliotheque | kutuphane* | مكتبه | stadtbibliothek
            museum: museum | museums | musee | musees | muze* | متحف | المتاحف | متاحف | museo | musea | -museum
            theatre: theatre | theater | theatre national | tiyatro* | مسرح | teatro | schauspielhaus | schauspiel
            opera: opera | opera house | oper | opernhaus | operahuset | opera binasi | دار الاوبرا | اوبرا | الاوبرا | staatsoper | opern | opernplatz | operngasse | salle d opera
            cinema: cinema | kino | sinema* | سينما
            hotel: hotel | oteli | otel | فندق | hostel
            hospital: hospital | krankenhaus | hopital | hastane* | مشفي | مستشفي | المشفي | المستشفي | klinikum | klinik | clinic
            stadium: stadium | stadion | stade | stadyum* | stadi | ملعب | استاد | arena | estadio
            castle: palace | palast | palais | saray* | قصر | القصر | palazzo | palacio | paleis | شلوس | castle | citadel | fortress | fort | burg | schloss | -schloss | chateau | citadelle | forteresse | zitadelle | kale | kalesi | kalesinde | hisar* | قلعه | القلعه | حصن | castello | castillo | kasteel | slot
            tower: تاور | tower | turm | tour | kule* | برج | torre | toren | -turm
            monument: monument | memorial | statue | denkmal | -denkmal | mahnmal | mahnmahl | anit* | heykel* | نصب | النصب التذكاري | نصب تذكاري | تمثال | صرح | ehrenmal | mausoleum | mausolee | ضريح | monumento
            fountain: fountain | brunnen | -brunnen | fontaine | cesme* | نافوره | fuente | fontana
            market: pazari | carsisi | ماركت | market | bazaar | bazar | souk | souq | suq | سوق | السوق | carsi* | pazar* | marche | mercado | mercato
            mall: mall | shopping centre | shopping center | einkaufszentrum | centre commercial | avm | مول | مركز التسوق | مركز تجاري
            hall: هول | hall | halle | -halle | salle | salon* | قاعه | الصاله | صاله | saal | auditorium
            centre: centre | center | zentrum | merkez* | مركز | المركز | centro | haus der | maison | house | haus | ev | evi | بيت | دار | maison du peuple | club | verein | نادي
            citycentre: city centre | city center | downtown | town centre | town center | stadtzentrum | stadtmitte | innenstadt | centre ville | sehir merkezi | kent merkezi | carsi merkezi | وسط المدينه | مركز المدينه | وسط البلد | centrum
            mainsquare: main square | central square | hauptplatz | zentralplatz | place centrale | grand place | grand-place | grote markt | grosser markt | la grand place | ana meydan* | merkez meydan* | الساحه العامه | الساحه الرئيسيه | الساحه المركزيه | الميدان الرئيسي | rynek
            port: port | harbour | harbor | hafen | liman* | iskele* | ميناء | المرفا | مرفا | pier | رصيف | quay | quai | kai | ufer | -ufer | ferry | landungsbrucken | haven
            beach: beach | strand | plage | plaj* | sahil* | شاطئ | الشاطئ | بحر | waterfront | seafront
            cemetery: cemetery | friedhof | cimetiere | mezarlik | mezarligi | مقبره | graveyard
            camp: camp | lager | kamp* | مخيم | refugee camp
            border: border crossing | border | grenze | grenzubergang | frontiere | poste frontiere | sinir kapisi | معبر | المعبر | الحدود
            cafe: cafe | kahve* | مقهي | kafe | restaurant | lokanta* | مطعم
            radio: radio | television | tv | broadcasting house | اذاعه | التلفزيون | هيئه الاذاعه | rundfunk | funkhaus
            syndicate: syndicate | union of | sendika* | syndicat | gewerkschaft | -gewerkschaft | نقابه | اتحاد نقابه | bar association | baro* | نقابه المحامين
            stockexchange: stock exchange | bourse | borse | borsen | borsa* | بورصه | البورصه | bolsa | borsa
            prison: prison | jail | gefangnis | cezaev* | سجن | السجن
            police: police | polizei | polis* | شرطه
            redcross: red cross | rotes kreuz | croix rouge | kizilhac | الصليب الاحمر | icrc | cicr
            redcrescent: red crescent | الهلال الاحمر | turk kizilayi | croissant rouge | roter halbmond
            eucommission: european commission | europaische kommission | commission europeenne | avrupa komisyonu | المفوضيه الاوروبيه | المفوضيه الاوربيه | berlaymont | eu commission | eu kommission | برلمونت
            eucouncil: european council | europaischer rat | conseil europeen | council of the eu | council of the european union | المجلس الاوروبي | avrupa konseyi | justus lipsius | europa building
            euparliament: european parliament | europaisches parlament | eu parlament | eu parliament | parlement europeen | avrupa parlamentosu | ep | البرلمان الاوروبي | البرلمان الاوربي | برلمان اوروبا | europaparlament | parlamento europeo | european parlament | europees parlement | parlement de l europe
            nato: nato | otan | nato headquarters | حلف شمال الاطلسي | الناتو | حلف الناتو
            icc: international criminal court | internationaler strafgerichtshof | cour penale internationale | uluslararasi ceza mahkemesi | icc | cpi | ucm | المحكمه الجنائيه الدوليه | محكمه الجنايات الدوليه | istgh
            icj: international court of justice | internationaler gerichtshof | cour internationale de justice | uluslararasi adalet divani | محكمه العدل الدوليه | icj | peace palace | friedenspalast | قصر السلام | vredespaleis
            opcw: opcw | منظمه حظر الاسلحه الكيميائيه | organisation for the prohibition of chemical weapons | oiac
            arableague: arab league | league of arab states | جامعه الدول العربيه | الجامعه العربيه | مقر الجامعه العربيه | ligue arabe | arabische liga | arap birligi
            """;

    static final String NAMES = """
            freedom: freedom | liberty | freiheit* | liberte | hurriyet | ozgurluk | الحريه | حريه | libertad | liberta | libertatii
            liberation: liberation | tahrir | tahreer | befreiung | kurtulus | التحرير | تحرير
            democracy: democracy | demokratie | democratie | demokrasi | الديمقراطيه | ديمقراطيه | الديموقراطيه
            republic: republic | republik | republique | cumhuriyet | الجمهوريه | جمهوريه | republica | repubblica
            martyrs: martyrs | martyr | martyrer | marty | sehitler | sehit* | الشهداء | شهداء | martires
            clock: clock | uhr | horloge | saat | الساعه | ساعه | uhren
            peace: peace | frieden* | paix | baris | السلام | سلام | paz | pace
            independence: independence | unabhangigkeit* | independance | istiklal | bagimsizlik | الاستقلال | استقلال | independencia
            nations: nations | nation | nationen | volker | milletler | الامم | امم
            humanrights: human rights | menschenrechte | menschenrechten | droits de l homme | droits de lhomme | droits humains | insan haklari | حقوق الانسان
            unity: unity | einheit | unite | birlik | الوحده | وحده | unidad
            victory: victory | sieges | victoire | zafer | النصر | الانتصار | victoria
            justice: justice | gerechtigkeit | adalet | العداله | العدل | justicia
            people: بوبولو | people | peoples | volk | volks | peuple | halk | الشعب | popolo | pueblo | شعب
            heroes: heroes | heroe | helden | heros | kahramanlar | الابطال | ابطال | heroes
            revolution: revolution | devrim | الثوره | ثوره | thawra | revolucion
            constitution: constitution | verfassung* | anayasa | الدستور | دستور | syntagma | sintagma | سينتاغما | سنتاغما | constitucion
            parliamentary: parliamentary
            european: european | europaisch* | europeen | europeenne | avrupa | اوروبي | الاوروبي | الاوروبيه | الاوربي | اوربي | eu | europe | europa | اوروبا
            international: international | internationaler | internationale | uluslararasi | الدوليه | الدولي | دوليه
            national: national | nationale | nationaler | ulusal | milli | الوطني | الوطنيه | وطني
            royal: royal | konigliche | koniglicher | kraliyet | الملكي | الملكيه | الملكية
            king: king | kings | konig* | roi | kral | الملك | rey | reial
            queen: queen | queens | konigin | reine | kralice | الملكه | reina
            prince: prince | prinz | prens | الامير | امير
            saint: saint | st | sankt | sainte | ste | aziz | azize | القديس | القديسه | مار | سان | سانت | سانكت | san | santa
            stephen: stephen | stephens | stephan* | stefan* | etienne | saint etienne | ستيفان | شتيفان | اسطفان | esteban | stefano
            peter: peter | peters | petrus | pierre | saint pierre | بطرس | بيتر | pedro | pietro | petrov
            paul: paul | pauls | paulus | pavlus | بولس | باول | بول | pablo | paolo
            mary: mary | marys | maria | marie | marien | meryem | مريم | ماري | مارين | العذراء | notre dame | نوتردام
            john: john | johns | johannes | johannis | jean | yahya | يوحنا | جان | juan | giovanni
            michael: michael | michaels | michaelis | michel | mikail | ميخائيل | ميشيل | مايكل
            george: george | georges | georg | jorge | يورغ | جورج | جاورجيوس
            nicholas: nicholas | nikolai | nikolaus | nicolas | نيقولا | نيكولاس
            mark: mark | marks | markus | marcus | marc | مرقس | ماركو | marco
            alexander: alexander | alexandre | alexandra | aleksander | aleksandr | iskender | الكسندر | الكساندر | الاسكندر | alejandro
            charles: charles | karl | karls | carl | كارل | شارل | carlos
            william: william | wilhelm | guillaume | ويليام | فيلهلم
            frederick: frederick | friedrich | friedrichs | frederic | فريدريش
            louis: louis | ludwig | ludwigs | لويس | لودفيغ
            joseph: joseph | josef | josephs | yusuf | يوسف | جوزيف
            north: north | nord | kuzey | الشمالي | الشماليه | شمال | norte
            south: south | sud | guney | الجنوبي | الجنوبيه | جنوب
            east: east | ost | est | dogu | الشرقي | الشرقيه | شرق | orientale
            west: west | ouest | bati | الغربي | الغربيه | غرب
            new: new | neu | neue | neuer | neuen | nouveau | nouvelle | yeni | الجديد | الجديده | nuevo | nova | neu
            old: old | alt | alte | alter | alten | vieux | vieille | ancien | eski | القديم | القديمه | viejo
            white: white | weisses | weiss | weisse | blanc | blanche | beyaz | الابيض | البيضاء
            red: red | rot | rotes | rote | rouge | kizil | kirmizi | الاحمر | الحمراء | rojo | rossa
            green: green | grun | grune | grunes | vert | verte | yesil | الاخضر | الخضراء | verde
            blue: blue | blau | blaue | bleu | bleue | mavi | الازرق | الزرقاء
            black: black | schwarz | schwarze | noir | noire | siyah | kara | الاسود | السوداء
            golden: gold | golden | goldene | altin | الذهبي | الذهبيه | doree
            water: water | wasser | eau | su | الماء | المياه
            parade: parade | العرض | الاستعراض | resmi gecit
            senate: senate | senat | senats | مجلس الشيوخ | السينات | senato | senatus
            sun: sun | sonne | soleil | gunes | الشمس
            lion: lion | lions | lowe | lowen | aslan | الاسد | leon
            arts: ديزار | art | arts | kunst | kunste | beaux arts | sanat | sanatlar | الفنون | الفن | artes
            culture: cultural | culture | kultur | kulturel | culturel | culturelle | kulturelles | ثقافي | الثقافي | الثقافيه | ثقافيه
            village: village | dorf | koy | koyu | قريه | الحي | حي | quarter | viertel | quartier | mahalle* | district
            science: science | sciences | wissenschaft* | bilim | العلوم
            journalists: journalists | journalist | journalisten | journalistes | press | presse | basin | gazeteciler | gazeteci | الصحفيين | الصحافيين | الصحافه | الصحفيون | reporters
            lawyers: lawyers | anwalte | avocats | avukatlar | المحامين | المحامون
            doctors: doctors | arzte | medecins | doktorlar | tabip* | الاطباء
            engineers: engineers | ingenieure | ingenieurs | muhendisler | المهندسين
            students: students | studenten | etudiants | ogrenci* | الطلاب | الطلبه
            workers: workers | arbeiter | travailleurs | isci* | العمال
            trade unions: trade union | trade unions | gewerkschaften
            women: women | frauen | femmes | kadin* | المراه | النساء
            children: children | kinder | enfants | cocuk* | الاطفال
            refugees: refugees | fluchtlinge | refugies | multeci* | اللاجئين
            army: army | armee | armee | ordu | الجيش
            rainbow: rainbow | regenbogen | arc en ciel | gokkusagi | الرينبو | رينبو | قوس قزح
            speakers: speakers corner | speaker s corner | ركن الخطباء
            times: times | التايمز | تايمز | تايم
            union: union | الاتحاد | يونيون | birlik meydani
            determination: determination | irada | iradah | erada | eradah | irade | الاراده | اراده
            first: first | 1st | erste | erster | premier | premiere | birinci | ilk | الاول | الاولي
            second: second | 2nd | zweite | deuxieme | ikinci | الثاني | الثانيه
            third: third | 3rd | dritte | troisieme | ucuncu | الثالث | الثالثه
            fourth: fourth | 4th | vierte | quatrieme | dorduncu | الرابع
            fifth: fifth | 5th | funfte | cinquieme | besinci | الخامس
            sixth: sixth | 6th | sechste | sixieme | altinci | السادس
            seventh: seventh | 7th | siebte | septieme | yedinci | السابع
            vigil: vigil | mahnwache | veillee | nobet* | وقفه | الوقفه | وقفات
            candles: candle | candles | candlelight | lichterkette | kerzen | bougies | bougie | mum | شموع | الشموع | شمعه
            protest: protest | protests | protestation | protesto | احتجاج | احتجاجيه | الاحتجاجيه | eylem*
            demonstration: demonstration | demo | rally | kundgebung | rassemblement | manifestation | manif | miting | gosteri* | مظاهره | المظاهره | تظاهره | تجمع | gathering | versammlung
            march: march | marsch | marche pour | yuruyus* | مسيره | المسيره
            sit-in: sit in | sitzstreik | sitzblockade | oturma | oturma eylemi | اعتصام | الاعتصام
            solidarity: solidarity | solidaritat | solidarite | dayanisma | تضامن | التضامن | تضامنيه | التضامنيه | stand with | نصره | support | soutien
            save: save | rettet | sauvez | kurtarin | انقذوا | انقاذ
            siege: siege | belagerung | kusatma* | الحصار | حصار | blockade
            break: break | brecht | brisez | kirin | كسر | فك | اكسروا
            stop: stop | stopp | stoppt | arretez | durdurun | اوقفوا | وقف | end
            bombing: bombing | bombardment | bombardierung | bombardement | bombardiman | القصف | قصف | bombs
            ghouta: ghouta | gouta | ghuta | guta | goutha | ghota | الغوطه | غوطه | للغوطه
            aleppo: aleppo | halep | alep | حلب
            press conference: press conference | pressekonferenz | conference de presse | basin toplantisi | مؤتمر صحفي | المؤتمر الصحفي | basin aciklamasi
            exhibition: exhibition | ausstellung | exposition | sergi* | معرض
            """;

    static final String COUNTRIES = """
            RU: russia | russian | russische | russisches | russischen | russischer | russlands | russland | russe | russes | russie | rus | rusya | rusyanin | روسيا | الروسيه | روسيه | الروسي | روسي | moscow | russian federation
            IR: iran | irans | iranian | iranische | iranisches | iranischen | iranien | iranienne | iranin | ايران | الايرانيه | ايرانيه | الايراني | islamic republic of iran
            SY: syria | syrian | syrische | syrisches | syrien | syriens | syrie | syrienne | suriye | suriyeli | سوريا | سوريه | السوريه | السوري
            US: usa | us | u.s | america | american | amerikanische | amerikanisches | amerika | americain | americaine | abd | amerikan | united states | united states of america | vereinigte staaten | vereinigten staaten | etats unis | الامريكيه | الاميركيه | امريكا | اميركا | الولايات المتحده | الولايات المتحده الامريكيه | الامريكي | amerika birlesik devletleri
            GB: uk | united kingdom | britain | british | britische | britisches | britannique | grande bretagne | ingiliz | ingiltere | birlesik krallik | grossbritannien | بريطانيا | البريطانيه | بريطاني | البريطاني | المملكه المتحده | england | anglais
            FR: france | french | franzosische | franzosisches | frankreich | frankreichs | francais | francaise | fransa | fransiz | فرنسا | الفرنسيه | الفرنسي
            DE: germany | german | deutsche | deutscher | deutsches | deutschen | deutschland | deutschlands | allemagne | allemand | allemande | almanya | alman | المانيا | الالمانيه | الالماني
            TR: turkey | turkish | turkische | turkisches | turkei | turquie | turc | turque | turkiye | turk | تركيا | التركيه | التركي
            CN: china | chinese | chinesische | chinas | chine | chinoise | chinois | cin | الصين | الصينيه
            IL: israel | israeli | israelische | israelisch | israelienne | israil | اسرائيل | الاسرائيليه
            SA: saudi | saudi arabia | saudi arabian | saudische | saudi arabiens | saudi arabien | arabie saoudite | saoudienne | suudi | suudi arabistan | السعوديه | المملكه العربيه السعوديه
            EG: egypt | egyptian | agyptische | agypten | agyptens | egypte | egyptienne | misir | مصر | المصريه | المصري
            LB: lebanon | lebanese | libanon | libanesische | liban | libanaise | lubnan | لبنان | اللبنانيه | اللبناني
            JO: jordan | jordanian | jordanien | jordanische | jordanie | jordanienne | urdun | الاردن | الاردنيه | الاردني
            IQ: iraq | iraqi | irak | irakische | irakienne | irakli | العراق | العراقيه
            QA: qatar | qatari | katar | katarische | قطر | القطريه
            KW: kuwait | kuwaiti | koweit | kuveyt | الكويت | الكويتيه
            AE: uae | emirates | emirati | vereinigte arabische emirate | emirats | emirats arabes unis | bae | الامارات | الاماراتيه
            YE: yemen | yemeni | jemen | yemenite | اليمن | اليمنيه
            PS: palestine | palestinian | palastina | palastinensische | palestinienne | filistin | فلسطين | الفلسطينيه
            SE: sweden | swedish | schweden | schwedisches | schwedische | suede | suedois | suedoise | isvec | السويد | السويدي | السويديه
            NO: norway | norwegian | norwegen | norwegisches | norwegische | norvege | norvegien | norvegienne | norvec | النرويج | النرويجي | النرويجيه
            DK: denmark | danish | danemark | danisches | danische | danois | danoise | danimarka | الدنمارك | الدنماركي | الدنماركيه | الدانماركي
            FI: finland | finnish | finnland | finnisches | finnische | finlande | finlandais | finlandaise | finlandiya | فنلندا | الفنلندي | الفنلنديه
            NL: netherlands | dutch | niederlande | niederlandische | niederlandisches | pays bas | neerlandais | neerlandaise | hollanda | هولندا | الهولندي | الهولنديه | holland
            BE: belgium | belgian | belgien | belgisches | belgische | belgique | belge | belcika | بلجيكا | البلجيكي | البلجيكيه
            CH: switzerland | swiss | schweiz | schweizer | suisse | isvicre | سويسرا | السويسري | السويسريه
            AT: austria | austrian | osterreich | osterreichisches | osterreichische | autriche | autrichien | autrichienne | avusturya | النمسا | النمساوي | النمساويه
            IT: italy | italian | italien | italienisches | italienische | italie | italienne | italya | italyan | ايطاليا | الايطالي | الايطاليه
            ES: spain | spanish | spanien | spanisches | spanische | espagne | espagnol | espagnole | ispanya | ispanyol | اسبانيا | الاسباني | الاسبانيه
            GR: greece | greek | griechenland | griechisches | griechische | grece | grec | grecque | yunanistan | yunan | اليونان | اليوناني | اليونانيه
            CA: canada | canadian | kanada | kanadisches | kanadische | canadien | canadienne | كندا | الكندي | الكنديه
            AU: australia | australian | australien | australisches | australische | australie | australienne | avustralya | استراليا | الاسترالي | الاستراليه
            PL: poland | polish | polen | polnisches | polnische | pologne | polonaise | polonya | بولندا | البولنديه
            HU: hungary | hungarian | ungarn | ungarische | hongrie | hongroise | macaristan | المجر | المجريه | هنغاريا
            RO: romania | romanian | rumanien | rumanische | roumanie | roumaine | romanya | رومانيا | الرومانيه
            BG: bulgaria | bulgarian | bulgarien | bulgarische | bulgarie | bulgare | bulgaristan | بلغاريا | البلغاريه
            UA: ukraine | ukrainian | ukrainische | ukrainienne | ukrayna | اوكرانيا | الاوكرانيه
            BY: belarus | belarusian | weissrussland | belarussische | bielorussie | بيلاروسيا | البيلاروسيه
            RS: serbia | serbian | serbien | serbische | serbie | sirbistan | صربيا | الصربيه
            BA: bosnia | bosnian | bosnien | bosnische | bosnie | bosna | البوسنه
            TN: tunisia | tunisian | tunesien | tunesische | tunisie | tunisienne | tunus | التونسيه | التونسي
            DZ: algeria | algerian | algerien | algerische | algerie | algerienne | cezayir | الجزائر | الجزائريه
            MA: morocco | moroccan | marokko | marokkanische | maroc | marocaine | fas | المغرب | المغربيه
            LY: libya | libyan | libyen | libysche | libye | libyenne | ليبيا | الليبيه
            SD: sudan | sudanese | sudanesische | soudan | السودان | السودانيه
            IN: india | indian | indien | indische | inde | indienne | hindistan | الهند | الهنديه
            JP: japan | japanese | japanische | japon | japonaise | japonya | اليابان | اليابانيه
            BR: brazil | brazilian | brasilien | brasilianische | bresil | bresilienne | brezilya | البرازيل
            MX: mexico | mexican | mexiko | mexikanische | mexique | mexicaine | meksika | المكسيك
            PK: pakistan | pakistani | pakistanische | باكستان | الباكستانيه
            AF: afghanistan | afghan | afghanische | afghane | afganistan | افغانستان | الافغانيه
            CY: cyprus | cypriot | zypern | chypre | kibris | قبرص
            """;

    static final String LANDMARKS = """
            brandenburg gate: brandenburger tor | brandenburg gate | بوابه براندنبورغ | بوابه براندنبرغ | بوابه براندينبورغ | بوابه برندنبورغ | باب براندنبورغ | brandenburg kapisi | porte de brandebourg | puerta de brandeburgo | branderburg gate
            trocadero: esplanade du trocadero | trocadero | trokadero | تروكاديرو | التروكاديرو | تروكادرو
            downing street: downing street | 10 downing street | downing | داونينغ ستريت | داوننغ ستريت | داونينج ستريت
            white house: white house | البيت الابيض | maison blanche | weisses haus | beyaz saray | whitehouse | casa blanca
            capitol: capitol | us capitol | capitol hill | الكابيتول | الكابيتول هيل | capitole | kapitol | kongre binasi | الكونغرس | مبني الكونغرس | congress
            trafalgar: trafalgar | trafalgar square | الطرف الاغر | ترافلغار | ترافالغار | ترافلجار
            puerta del sol: puerta del sol | sol gate | بويرتا ديل سول | بويرتا دل سول | باب الشمس | plaza del sol
            red square: red square | الساحه الحمراء | roter platz | place rouge | kizil meydan
            hagia sophia: hagia sophia | ayasofya | aya sofya | آيا صوفيا | ايا صوفيا | sainte sophie
            blue mosque: blue mosque | sultanahmet camii | sultan ahmed mosque | الجامع الازرق | جامع السلطان احمد | blaue moschee | mosquee bleue
            eiffel tower: eiffel tower | tour eiffel | eiffelturm | eyfel kulesi | برج ايفل
            big ben: big ben | بيغ بن
            invalides: invalides | الانفاليد | انفاليد | ليزانفاليد | invaliden | invalidenplatz
            unter den linden: unter den linden | اونتر دن ليندن | شارع اونتر دن ليندن
            checkpoint charlie: checkpoint charlie | نقطه تفتيش تشارلي
            victory column: siegessaule | victory column | عمود النصر | colonne de la victoire | zafer sutunu
            gendarmenmarkt: gendarmenmarkt | جندارمن ماركت
            elysian: champs elysees | الشانزليزيه | شانزليزيه | sanzelize
            arc de triomphe: arc de triomphe | قوس النصر | triumphbogen | zafer taki
            colosseum: colosseum | colosseo | kolosseum | colisee | الكولوسيوم | kolezyum
            """;
}
