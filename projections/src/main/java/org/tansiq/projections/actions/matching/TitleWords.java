package org.tansiq.projections.actions.matching;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tansiq.domain.shared.Folding;

/**
 * The words of what campaigns have to do, in Arabic, English, German, Turkish and French: those that say nothing, and those
 * that mean the same.
 */
final class TitleWords {
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private static final Set<String> SILENT = words("""
            في من إلى على عن مع أو ثم كل هذا هذه أن كي لأجل أجل قبل بعد لنا لدينا نحتاج مطلوب يرجى
            the a an of for to in on at and or with by from our we us need needs needed please some all more before
            der die das den dem des ein eine einen einer eines fur von zu zur zum in im am an auf und oder mit bei aus wir
            unser unsere brauchen bitte vor
            ve veya ile icin bir bu de da den dan bizim gerekli lazim lutfen once
            le la les l un une des du d pour au aux en et ou avec dans sur par nos notre il faut avant
            """).collect(Collectors.toUnmodifiableSet());

    private static final Map<String, String> MEANINGS = new HashMap<>();

    static {
        """
        leaflet leaflets flyer flyers flier fliers handout handouts pamphlet pamphlets منشور منشورات مناشير فلاير فلايرات flugblatt flugblatter bildiri bildiriler tract tracts
        poster posters placard placards ملصق ملصقات بوستر بوسترات plakat plakate plakaten afis afisler affiche affiches
        banner banners لافتة لافتات يافطة يافطات transparent transparente pankart pankartlar banderole banderoles
        print prints printing طباعة طبع اطبع نطبع drucken druck ausdrucken baski basmak bastirmak imprimer impression
        translate translation translations translating ترجمة نترجم ترجموا ubersetzen ubersetzung ubersetzungen ceviri cevirmek tercume traduire traduction traductions
        interpreter interpreters translator translators مترجم مترجمون مترجمين مترجمة dolmetscher dolmetscherin ubersetzer tercuman cevirmen interprete interpretes traducteur traducteurs
        book reserve booking reservation rent hire حجز احجز احجزوا استئجار buchen reservieren mieten kiralamak kirala rezervasyon reserver louer
        loudspeaker loudspeakers amplifier megaphone megaphones مكبر مكبرات lautsprecher megafon megafone hoparlor enceinte enceintes
        sound audio صوت صوتيات ton ses son
        permit permits permission authorisation authorization تصريح ترخيص genehmigung erlaubnis izin autorisation permis
        press media صحافة صحفي صحفية صحفيين إعلام إعلامي presse medien basin medya medias
        release statement communique بيان بيانات erklarung mitteilung aciklama declaration
        photo photos picture pictures photographer photography صور صورة تصوير مصور foto fotos fotograf fotografin photographe photographes
        buy purchase شراء اشتروا نشتري kaufen besorgen almak acheter achat
        candle candles شمعة شموع kerze kerzen mum mumlar bougie bougies
        car cars van transport سيارة سيارات نقل مواصلات auto autos araba arac voiture voitures
        invite inviting invitation invitations دعوة دعوات ندعو einladen einladung einladungen davet davetiye inviter
        volunteer volunteers helper helpers متطوع متطوعون متطوعين freiwillige freiwilligen helfer gonullu gonulluler benevole benevoles
        distribute distribution distributing توزيع نوزع وزعوا verteilen verteilung dagitmak dagitim distribuer
        write writing draft كتابة صياغة اكتبوا نكتب verfassen entwurf yazmak ecrire rediger redaction
        letter letters رسالة رسائل brief briefe mektup lettre lettres
        speech speeches كلمة خطبة rede reden konusma discours
        lawyer lawyers محامي محام محامون محامين anwalt anwalte anwaltin avukat avocat avocats
        water ماء مياه wasser eau
        food meal meals طعام أكل وجبات essen yemek nourriture repas
        microphone microphones mic mics ميكروفون مايكروفون mikrofon mikrofone micro micros
        stage منصة مسرح buhne sahne scene
        donation donations تبرع تبرعات spende spenden bagis dons collecte
        vigil vigils وقفة وقفات mahnwache mahnwachen nobet veillee
        """.lines().forEach(line -> {
            var meaning = Folding.fold(SPACE.split(line.strip(), 2)[0]);
            words(line).forEach(word -> MEANINGS.put(WordForms.withoutArticle(word), meaning));
        });
    }

    private TitleWords() {}

    static boolean isSilent(String folded) {
        return SILENT.contains(folded);
    }

    /** What all the words that mean the same have in common; the word itself if nothing is known of it. */
    static String meaning(String bare) {
        return MEANINGS.getOrDefault(bare, bare);
    }

    private static Stream<String> words(String text) {
        return SPACE.splitAsStream(text.strip()).map(Folding::fold);
    }
}
