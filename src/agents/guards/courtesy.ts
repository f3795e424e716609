import { termsOf } from '../../domain/language/terms-of.ts';

/** What a reply says around its facts: thanks, sorrow, what it asks for, that people look. By language. */
const courtesy: Readonly<Record<string, string>> = {
  en: `hello hi hey dear good morning afternoon evening thanks thank appreciate writing wrote write written message messages
    reporting report reported telling tell told letting know knew sorry apologies apologise apologize trouble troubles
    inconvenience frustrating frustration annoying stressful understand understood understanding read reading see seen look
    looks looking looked sounds sound ask asking asked question questions answer answers answering reply replies replying
    response request help helps helped helpful happy glad welcome hope hopefully please kindly let feel free take time step
    steps follow following below above here list listed try trying tried check checking work works working worked worth
    issue problem situation case details detail information info need needs needed want wants like would could can may might
    share send sending back touch soon moment first next then after also still again once done quick short line clear
    behaves behave differently different goes go going way gets get matter important find found page pages guide article
    team people person colleague colleagues agent human decision decide decided decides pass forward further happens happen
    happened exact exactly exact words screenshot able unable able cannot sure certain unfortunately however instead
    include including add adding whether which what when where who how why everything anything something nothing one
    best regards cheers sincerely yours reach goal side right now today already ahead confirm screen shows show means mean
    stops say money contract make exists another language thing holds key password card number revoke change id example
    order last zone browser app use version went saw everyone affected enough whenever`,
  de: `hallo guten tag morgen abend liebe lieber danke dank vielen nachricht schreiben geschrieben melden meldung gemeldet
    entschuldigung leid arger umstande verstehe verstanden versteh gelesen lesen sehen schauen frage fragen antwort antworten
    anfrage hilfe hilft helfen gern gerne freut hoffe bitte schritt schritte folgen unten oben versuchen prufen funktioniert
    problem fall angaben information brauchen mochten konnen senden schicken schreiben nachste danach zuerst kurz zeile
    verhalt anders seite seiten team menschen kollegen entscheidung entscheiden weiter geben genau worte bildschirmfoto leider
    sagen sagt grusse freundliche viel wenn etwas zeit lassen weiss wissen ging geht tut aufhält hält
    arbeit deshalb gleich dazu bitten geld vertrag treffen sprache eins vorweg ihrer steht schlüssel passwort kartennummer
    ziehen zurück einmal getan passiert nummer beispiel bestellung wann zuletzt zeitzone welchen browser welche app benutzen
    version wortlaut bild davon erreichen welcher welchem dort gesehen betroffen einige vielleicht hier läuft satz genügt weg
    nehmen klar`,
  es: `hola buenos dias tardes estimado gracias mensaje escribir escribirnos avisar avisarnos contarnos siento lamento lamentamos
    molestias problema entiendo comprendo leido leer ver mirar pregunta preguntas respuesta responder solicitud ayuda ayudar
    ayude gusto espero favor paso pasos seguir abajo arriba probar comprobar funciona caso detalles informacion necesitamos
    quiere puede enviar enviarnos diga digame despues primero siguiente breve linea distinto pagina paginas equipo personas
    colegas decision decidir pasar exactas palabras captura pantalla saludos tiempo algo veo cuánto complica trabajo detiene va
    enseguida he decirle pide dinero contrato toman existe idioma cosa clave contraseña número tarjeta anúlelo cámbielo vez
    hizo ocurrió ejemplo pedido cuándo última zona horaria navegador aplicación usa versión texto conseguir vio allí afecta
    todas lado algunas quizá necesite cuénteme basta sigue complicando comporta manera tómese queda claro`,
  fr: `bonjour bonsoir cher chere merci message ecrire ecrit signaler dire desole desolee navre regrette ennui gene probleme
    comprends compris lu lire voir regarder question questions reponse repondre demande aide aider plaisir espere plait etape
    etapes suivre dessous dessus essayer verifier fonctionne cas details informations besoin voulez pouvez envoyer envoyez
    dites apres abord suivant bref ligne differemment page pages equipe personnes collegues decision decider transmettre
    exacts mots capture ecran cordialement temps quelque chose vois point voici
    bloque travail pouvons argent contrat prennent transmets sujet existe langue contient clé mot passe numéro carte révoquez
    changez élément moment exemple commande requête produit dernière fuseau horaire navigateur application utilisez version
    texte souhaitez obtenir passé autrement vu monde concerné seulement certaines aurez suffit répondez prenez posez claire`,
};

const terms: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(courtesy).map(([language, words]) => [
    language,
    new Set(termsOf(words, language).map(({ term }) => term)),
  ]),
);

/** Terms a reply may use without any source; undefined for languages nobody has listed them in. */
export function courtesyTerms(language: string): ReadonlySet<string> | undefined {
  return terms.get(language);
}
