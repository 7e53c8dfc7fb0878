/**
 * Words with which a service answers anything: sorry, feedback, team. A draft of nothing else names no thing at all. A
 * language that is not listed has none, and is not judged.
 */
import { toStem, toWords } from '#utils/text/tokenize.ts';

const SERVICE = {
  en: `able absolutely accept above again ahead always amazing and another any anything anytime apologies apologize
    apologizes appreciate appreciates appropriate area asap assist assistance assure attention awesome aware back
    bearing behalf believe best better bit bring bringing brought bummer care cared caring cases cause caused causing
    chance check choose choosing closely colleague colleagues come comment comments commit commitment committed
    communicate concern concerns confused confusing confusion consider consideration contact continue convey customer
    customers day days dear dedicated deep deeply definitely delight delighted delightful department desk direct
    directly disappoint disappointed disappointing disappointment discouraged dislike displeased distress doubt due
    ear either elevate else enjoy evening ever every everyone everything expect expectation expectations experience
    experiences extend extremely feedback feel feeling felt fingers first folks follow following forward forwarded
    free friend friends frustrate frustrated frustrating frustration fully future glad gladly goal goals good grateful
    great greatly guest guests hang hanging happen happened happening happy hard hate hear heard hearing heart hello
    help helpful helping here hesitate hey highly hope hopefully hoping hour how hung ideal immediately impact
    important impression improve improvement improving inconvenience inconvenienced inconveniences incredibly info
    inform information informed input intend intention interest internal involved issue issues keep keeping kind
    kindly kudos later leadership learn let letting level like link listen listening little long look looking loop lot
    love loyal loyalty make making management matter matters mean meantime member members memo mention message
    messages miss missed moment more morning most much need never next nice night note notice notify occur occurred
    offer often once ongoing opportunity other ourselves pain part pass passed passing passionate patience patient
    people perfect please pleased pleasure poor positive possible possibly post posts prior privilege promptly proud
    provide provided providing quick quickly quite reach reached reaching read reading ready real really reason
    receive received recent recommend regarding regret regrettable relay relevant request resolve resolved respond
    response rest review right rough same satisfaction satisfied say see seeing seek send sending sense sent seriously
    service services several share shared sharing shout show sincere sincerely situation smile soon sorry sound sounds
    special specific staff standard standards start stay strive submit suggest suggestion suggestions super supervisor
    supervisors support supporting sure sympathize take taken taking talk team teams tell terrible terribly thing
    things think thinking thought thoughts today together tomorrow tonight tough treated trouble troubles truly trust
    trying tweet tweeting unacceptable understand understandable understanding unfortunate unfortunately unhappy
    update updates upset user users valued via view visit voice waiting warm we'd we'll we're we've week weekend
    welcome well while wish wonder wonderful word words work working world worry worth write writing wrong year years
    yet you'd you'll you're you've aren't can't couldn't didn't doesn't haven't i'll i'm i've isn't it's that's
    there's wasn't won't wouldn't what's`,
  de: `abteilung alles dank die geben gebracht hat leiten war anfrage anliegen anregung anregungen ansprechpartner
    arbeiten aufmerksam aufmerksamkeit aufrichtig bald bedanken bedauerlich bedauern bedeutet bemühen bemüht beste
    besten bestmöglich besuch bitten bringen danke dankbar dankeschön dienst dienste direkt direktnachricht eingehend
    enttäuscht enttäuschung entschuldige entschuldigen entschuldigung erfahren erfahrung erfahrungen erwartung
    erwartungen feedback frage fragen freuen freut freundliche freundlichen frustrierend frustration gedanken geduld
    gefühl gelegenheit gemeinsam gerne geschätzt gute guten hart hause heute hilfe helfen herzlich herzlichen hinweis
    hinweise hoffen hören ihnen ihre ihren ihrer informieren interesse jederzeit jetzt klären kollege kollegen
    kolleginnen kontakt kontaktieren kritik kunde kunden kundenservice leid leider lob mitarbeiter mitteilen
    mitteilung möchten moment möglich nachricht nachrichten nehmen nochmals nächste nächsten nutzung passiert
    persönlich positive prüfen prüfung qualität rückmeldung sache schicken schnell schnellstmöglich schreiben schön
    selbstverständlich sende senden service situation sofort sorgen sorry stets stehen tag team teilen trotzdem tun
    tut umgehend umstände unannehmlichkeit unannehmlichkeiten unsere unserem unseren unserer unterstützen
    unterstützung vertrauen verstehen verständlich verständnis verbessern verbesserung versuchen verfügung vielen viel
    vorfall wahrgenommen weitergeben weiter weitere weiterhin weiterleiten weitergeleitet wertvoll wertvolle wichtig
    wirklich wissen worte woche wunsch wünschen zeit zufrieden zufriedenheit zukunft zusammen zuständige zuständigen
    ärger ärgerlich`,
  fr: `accueillir sommes pour partageons transmettrons agréable aider aide amélioration améliorer apprécions attente
    attentes attention aussi avis avoir beaucoup belle besoin bien bientôt bonne client clients clientèle collègues
    commentaire commentaires communiquer compréhension comprenons concerné concernée confiance contact contacter
    contactez cordialement désagrément désagréments désolé désolée désolés déception déçu déçus demande dernier direct
    disposition dommage donner écoute écouter écrire effort efforts ensemble entendre équipe équipes espérons espoir
    excellente excuser excuses expérience faire faisons fidélité fois frustration future gêne grand heureux histoire
    hésitez important informations informer insatisfaction interne jamais jour journée lire maximum meilleur meilleure
    meilleurs merci message messages mettre mieux moment mots navré navrés nouveau occasion offrir partage partager
    partagé passer patience personne plaisir possible pouvoir premier prendre prenons priorité privé problème
    profondément prochain prochaine qualité quotidien rapidement ravi ravis regrettons regret rencontre rencontré
    rencontrée remercions remercie remonter répondre réponse reste restons retour retours revoir satisfaction
    satisfaire savoir semaine sentiments service services simple sincères sincèrement situation soirée souhaitons
    soutien suggestions suite temps toujours tous toute toutes transmettre transmettons transmis travail travaillons
    traité urgence utile valeur vite vivement vraiment`,
  es: `absoluto compartimos compartiremos trasladamos trasladaremos agradecemos agradecer ahora alegra alegramos
    amable amablemente apoyo apreciamos área atención atender atentamente ayuda ayudar ayudarte bienvenido bien buen
    buena buenas buenos cada calidad caso causado cliente clientes comentario comentarios comentarnos compartir
    compañeros comprendemos comprensión comunicar comunicarte confianza contacta contactar contacto contigo
    corresponda correspondiente cualquier dar decir dejar desearte deseamos departamento día días directo disculpa
    disculpas disfrutar disposición duda encanta encantados encantaría enviar equipo escribir escribirnos escuchar
    esfuerzo especial esperamos esperar experiencia expectativas favor felices feliz fidelidad forma frustración
    futuro gusto haber hacer haremos hacernos importa importante incidencia inconveniente inconvenientes información
    informar interés internamente lamentamos lamentable leer lograr llegar mejor mejora mejorar mensaje mensajes
    mejores molestia molestias momento mundo necesitas nuestra nuestras nuestro nuestros nueva nuevo nunca ocasionado
    ocurrido ojalá opinión oportunidad paciencia parte pasar pedimos pena permite persona placer poder podamos podemos
    pronto próxima próximo quedamos queremos rápido realmente recibir respuesta responder resolver revisar saber
    saludo saludos satisfacción seguir seguiremos seguimos semana sentimos sentir servicio servicios servirte siempre
    siente sincera sinceras situación solución sugerencia sugerencias sucedido tarde tiempo tomar tomaremos trabajamos
    trabajando trabajar tranquilidad trasladar trato valioso valiosos valoramos ver verdad verte vez volver vuestra
    vuestro`,
};

const listedWords = new Map(Object.entries(SERVICE));
const known = new Map<string, ReadonlySet<string>>();

/** Stems of the words with which a service answers anything in this language; null where nobody has listed them. */
export function toServiceWords(language: string): ReadonlySet<string> | null {
  const listed = listedWords.get(language);
  if (listed === undefined) return null;
  let stems = known.get(language);
  if (!stems) known.set(language, (stems = new Set(toWords(listed).map(toStem))));
  return stems;
}
