/**
 * What words say of a post, in seven languages: each signal with the words and phrases that give it, written as people
 * write them; `*` ends the beginning of a word. No brand and no trade is named here: what is peculiar to one is learned
 * from the team.
 */

export const SIGNALS = [
  'praise',
  'strongPraise',
  'thanks',
  'solved',
  'upset',
  'strongUpset',
  'fault',
  'waiting',
  'unanswered',
  'money',
  'leaving',
  'mock',
  'asking',
  'request',
  'wish',
  'price',
  'buying',
  'press',
  'crisis',
  'danger',
  'urgent',
  'soon',
  'lockedOut',
  'abuse',
  'swearing',
  'advert',
  'happySign',
  'upsetSign',
  'mark',
  'addressed',
  'link',
  'tagged',
  'shared',
  'long',
] as const;
export type Signal = (typeof SIGNALS)[number];

/** Those that are read from signs, and from how the post is made; the others are found by words. */
export type FormSignal =
  'happySign' | 'upsetSign' | 'mark' | 'addressed' | 'link' | 'tagged' | 'shared' | 'long';
export type WordSignal = Exclude<Signal, FormSignal>;

/** Words and phrases by signal, with commas between them. */
export const signalWords: Record<WordSignal, string> = {
  praise: `good, nice, nicely, great, glad, happy, pleased, cool, enjoy*, enjoying, like this, like it, liked, helpful,
    friendly, polite, courteous, kind, smooth, smoothly, easy, quick response, fast response, fast, fun, beautiful, pretty,
    sweet, impressed, impressive, excited, exciting, appreciate*, recommend*, favorite, favourite, comfortable,
    delicious, tasty, yummy, useful, congrats, congratulations, well done, looking forward, can't wait, works great,
    works well, works fine, right on time, early arrival, safe, lovely, cute, proud, welcome back, win, winning, yes, yay,
    woo, woohoo, woot, wow, lol love, fan of, big fan, smile, smiling, rock, rocks, rocked, props, kudos, hats off,
    good job, good work, nice job, way to go, shout out, shoutout, cheers, better than, hero, heroes, class act, top notch, on
    point, no complaints, no problems, no issues, not bad, never disappoint*, zufrieden, schön, gut, gute, guter, gutes,
    nett, freundlich, freue, gefällt, klappt, lecker, empfehlenswert, hilfreich, bon, bonne, bien, content, contente,
    satisfait, satisfaite, ravi, ravie, sympa, gentil, aimable, recommande, bueno, buena, contento, contenta, bonito,
    amable, satisfecho, satisfecha, recomiendo, gusta, rapido, bom, boa, feliz, contente, satisfeito, satisfeita,
    recomendo, gostei, gosto, bonita, legal, goed, mooi, blij, tevreden, fijn, bravo, buono, contento, soddisfatto`,
  strongPraise: `love, loved, loves, loving, luv, awesome, amazing, amazed, amazingly, excellent, fantastic, wonderful,
    brilliant, perfect, perfectly, superb, outstanding, incredible, phenomenal, exceptional, exceeded, delighted,
    thrilled, stunning, gorgeous, best, the best, best ever, so good, so great, great job, great service, great work, great flight,
    great experience, great customer service, excellent service, made my day, made our day, five stars, 5 stars, second to none, flawless,
    flawlessly, obsessed, blown away, life saver, lifesaver, toll, super, klasse, perfekt, begeistert, großartig, fantastisch,
    wunderbar, spitze, genial, hervorragend, ausgezeichnet, liebe, génial, géniale, parfait, parfaite, excellent, adore, magnifique,
    formidable, incroyable, excelente, encanta, encanto, perfecto, perfecta, maravilloso, increíble, genial, amo,
    estupendo, fantástico, ótimo, ótima, adoro, adorei, perfeito, perfeita, maravilhoso, incrível, sensacional, geweldig,
    ottimo, fantastico, perfetto, prachtig, ありがたい, 最高, 素晴らしい, 大好き, 嬉しい, うれしい, 便利, 美味しい, おいしい`,
  thanks: `thank, thanks, thank you, thx, thnx, tnx, ty, tysm, thankyou, thank u, thks, grateful, much appreciated, danke,
    dankeschön, vielen dank, merci, gracias, obrigado, obrigada, valeu, grazie, bedankt, dank je, ありがとう, 感謝`,
  solved: `solved, resolved, fixed it, got it fixed, sorted, all good, all set, all is well, works now, working now, back up, got through, got it
    now, figured it out, figured out, never mind, nevermind, no worries, made it, helped me, helped us, took care of, gelöst, erledigt,
    funktioniert wieder, geht wieder, résolu, réglé, resuelto, solucionado, arreglado, resolvido, resolveram, risolto,
    opgelost, 解決`,
  upset: `bad, badly, poor, poorly, sad, sadly, upset, unhappy, angry, mad, annoyed, annoying, frustrated, frustrating,
    frustration, disappoint*, unfortunately, rude, rudely, unprofessional, unhelpful, useless, lame, sucks, suck, sucked,
    sucking, sucky, ugh, smh, fail, fails, failed, failing, failure, epic fail, dislike, worse, wasn't good, unfair, unreliable,
    incompetent, incompetence, mess, messed up, screwed, screw up, screwing, joke, shame, shameful, shady, stupid, dumb,
    idiotic, nonsense, bs, crap, crappy, bummer, bummed, nope, boo, tired of, sick of, fed up, enough, hassle, headache,
    nightmare, tacky, gross, dirty, filthy, cold food, uncomfortable, cramped, broken promises, excuse, excuses, lies, lied, lying, liar,
    blame, complain*, complaint, complaints, seriously, really?, wtf, wth, omg, come on, get it together, do better, step up, not ok, not okay, not
    cool, not happy, not good, not great, not impressed, not acceptable, not helpful, not fair, no excuse, no help, no
    apology, why would, how hard, how is it, leider, schlecht*, enttäusch*, ärger*, nervt, nervig, unfreundlich, peinlich,
    traurig, sauer, unzufrieden, mies*, frech, schade, blöd*, déçu, déçue, décevant, nul, nulle, mauvais, mauvaise,
    triste, dommage, énervé, énervant, marre, honte, plainte, insatisfait, insatisfaite, malo, mala, mal, decepcionado,
    decepcionada, decepcion*, triste, lástima, vergüenza, queja, molesto, molesta, harto, harta, ruim, decepcionado,
    decepcionante, chateado, chateada, vergonha, reclamação, insatisfeito, péssimo atendimento, descaso, slecht*,
    teleurgesteld, boos, jammer, pessimo, deluso, delusa, vergogna, ひどい, 残念, 不満, 困る, 困って, がっかり, イライラ`,
  strongUpset: `worst, terrible, terribly, horrible, horribly, horrid, awful, pathetic, ridiculous, ridiculously, unacceptable,
    disgust*, hate, hated, hates, furious, outrageous, outraged, appalling, appalled, abysmal, atrocious, dreadful,
    disgrace, disgraceful, disaster, unbelievable, inexcusable, insane, absurd, insulting, livid, pissed, pissed off,
    garbage, trash, rubbish, dishonest, waste of, wasted, what a joke, never again, no customer service, zero customer
    service, worst ever, the worst, furchtbar, schrecklich, unverschämt, katastrophe, katastrophal, unmöglich, frechheit, saftladen,
    grauenhaft, entsetzlich, horrible, inadmissible, catastrophe, catastrophique, scandaleux, honteux, lamentable,
    pire, inacceptable, pésimo, pésima, horrible, terrible, inaceptable, vergonzoso, asco, peor, desastre, péssimo,
    péssima, horrível, terrível, inaceitável, lixo, pior, absurdo, vergonhoso, verschrikkelijk, schandalig, waardeloos,
    terribile, orribile, inaccettabile, 最悪, 許せない, ありえない, 腹立つ`,
  fault: `broke, broken, breaks, breaking, defect*, faulty, damaged, cracked, leaking, leak, leaks, dead, died, crash, crashes, crashed, crashing,
    freezes, frozen, freezing, glitch*, bug, bugs, buggy, error, errors, problem, problems, issue, issues, trouble, outage,
    outages, down again, is down, are down, went down, site down, been down, not working, isn't working, aren't working, doesn't work, don't work, didn't work, won't work, stopped
    working, stop working, not responding, won't load, won't open, won't start, won't let me, not loading, keeps, keep getting, unable, cannot, can't,
    cant, couldn't, wont, won't, doesn't, didn't, isn't, wasn't, weren't, never received, haven't received, hasn't
    arrived, not received, didn't receive, not arrived, never arrived, never came, missing, lost, losing, stolen, wrong, incorrect, late, delay, delays, delayed,
    cancel, cancels, cancelled, canceled, cancelling, canceling, cancellation, stuck, stranded, missed, ruined, ruining, forced, denied, refused,
    slow, slows, slower, expired, overbooked, out of stock, sold out, not available, unavailable, fix, fix this, fix it, fix your, lack of, no longer, no
    power, no signal, no service, no internet, no water, interrupted, disconnected, dropped, hung up, malfunction*, recall*, misleading,
    failed to, fell apart, spam me, spamming, blocked, kaputt, defekt*, fehler*, funktioniert nicht, geht nicht, klappt nicht, problem, probleme, störung*,
    verspät*, ausgefallen, fällt aus, beschädigt, verloren, falsch, abgestürzt, stürzt ab, nicht möglich, panne*, cassé,
    cassée, problème, problèmes, erreur, bug, marche pas, marche plus, fonctionne pas, fonctionne plus, retard, annulé, annulée, perdu, perdue,
    endommagé, impossible, jamais reçu, pas reçu, problema, problemas, roto, rota, error, falla*, no funciona, no sirve, retraso, cancelado, cancelada,
    perdido, perdida, dañado, dañada, no puedo, no me deja, no llega, no ha llegado, quebrado, quebrada, defeito, erro, não funciona, não consigo, não
    chegou, não recebi, atraso, atrasado, caiu, travando, kapot, werkt niet, storing, vertraging, rotto, guasto, non
    funziona, ritardo, 故障, 壊れ*, 動かない, 使えない, 届かない, 届いてない, 不具合, エラー, バグ, 遅い, 遅延, できない`,
  waiting: `waiting, still waiting, still no, still not, still haven't, wait, waited, waits, on hold, hold for, been on hold, hours, hour wait, hrs, minutes on,
    all day, for days, for weeks, for months, days ago, weeks ago, months ago, last week, since monday, since tuesday, since wednesday, since thursday,
    since friday, yesterday, again, third time, second time, 2nd time, 3rd time, every time, multiple times, several times, many times, keep calling,
    over an hour, an hour, forever, how long, how much longer, when will, any update, any updates, line, lines, queue, warte, warten, gewartet, wartezeit,
    seit tagen, seit wochen, seit stunden, stunden, immer noch, schon wieder, wochenlang, attends, attendre, attente,
    toujours pas, toujours rien, depuis des jours, depuis des semaines, heures, encore une fois, espero, esperando, espera, llevo, horas, todavía no, aún no,
    otra vez, desde hace, esperando, até agora, ainda não, faz dias, semanas, de novo, wacht, wachten, nog steeds, uur, aspetto, aspettando, ancora
    non, まだ, 待って*, 待ち`,
  unanswered: `no response, no reply, no answer, no one, noone, nobody, ignored, ignoring, ignore, never responded, never replied,
    never called, never heard, haven't heard, not heard, didn't respond, don't respond, won't answer, don't answer, doesn't answer, not answering, no call back, call back, called, calling, unanswered,
    hang up, hangs up, hung up on, nothing done, does nothing, don't care, doesn't care, won't help, can't help, couldn't help, useless support, run around, runaround, transferred, automated, robot, keine antwort, niemand,
    keiner, meldet sich niemand, ignoriert, aucune réponse, pas de réponse, personne ne, ignoré, nadie, sin respuesta, no
    responden, no contestan, ninguém, sem resposta, não respondem, não atendem, niemand, geen antwoord, nessuno, nessuna
    risposta, 返事がない, 返信がない, 連絡がない, 無視`,
  money: `refund, refunds, refunded, money back, charged, charging, overcharged, charged twice, double charged, billed,
    billing, bill, fee, fees, compensation, compensate, reimburse*, voucher, scam, scammed, scammer, scammers, rip off, ripoff, ripped
    off, robbed, stole, steal, stealing, theft, fraud, paid for, paying for, i paid, we paid, owe, owes, expensive, overpriced, erstatt*, geld
    zurück, abgebucht, abzocke, betrug, rechnung, rembours*, prélevé, arnaque, facture, reembolso, devolución,
    cobraron, cobrado, estafa, factura, devolver, cobrança, cobraram, golpe, dinheiro de volta, terugbetal*, geld terug,
    oplichting, rimborso, truffa, 返金, 詐欺, 請求`,
  leaving: `never flying, never fly, never using, never use, never buy, never buying, never shop, won't be back, will not be back, never go, last time, switching to, switch to,
    switched to, going to switch, leaving for, taking my business, cancel my, cancelling my, canceling my, close my account, closing my account, lost a
    customer, lost my business, losing a customer, losing customers, lost customer, done with, i'm done, boycott, unsubscribe, uninstall*, delete my account, return it, returning it, sue, lawyer, attorney, legal action, bbb, kündige, kündigen,
    kündigung, nie wieder, wechsle, anwalt, plus jamais, résilier, résiliation, changer de, avocat, me cambio, dar de
    baja, nunca más, abogado, cancelar, nunca mais, procon, advogado, opzeggen, nooit meer, mai più, disdire, 解約, 二度と`,
  mock: `thanks for nothing, thanks a lot for, thanks for the delay, thanks for ruining, thanks for losing, thanks for making me, thanks for canceling,
    thanks for cancelling, thanks for wasting, thank you for nothing, thank you for ruining, thank you for losing, great job with the delay, nice job losing, way to ruin,
    way to go on, good luck getting, so much for, well done on losing, really appreciate the delay, danke für nichts, merci pour
    rien, gracias por nada, obrigado por nada, bedankt voor niks, grazie per niente`,
  asking: `how do, how can, how to, how does, how much, how many, how about, how would, how should, what is, what's, whats,
    what are, what time, what does, what do, what kind, which, when is, when are, when do, when does, where is, where's, where are, where can, where do,
    who do, who can, who is, why is, why are, why do, why does, why did, can i, can we, can you, could you, could i, do you, do i, do we, does it, does
    the, does this, did you, is it, is there, is this, is that, are you, are there, are these, will you, will there, will it, would you, would it, should i, may i, has anyone, have you, any chance, any idea, any way, anyone know, anyone
    know, does anyone, possible, possible to, wondering, wonder if, curious, question, wie, was ist, was kostet, wann, wo, wer, welche*, warum, wieso, kann ich, kann
    man, können sie, könnt ihr, habt ihr, gibt es, haben sie, ist es möglich, weiß jemand, frage, comment, combien, quand, où, qui,
    quel, quelle, quels, pourquoi, est-ce que, puis-je, peut-on, pouvez-vous, y a-t-il, avez-vous, question, cómo, cuándo,
    cuánto, cuánta, dónde, quién, cuál, qué, por qué, puedo, se puede, pueden, hay alguna, tienen, alguien sabe, pregunta,
    como faço, como posso, quando, quanto, onde, quem, qual, por que, posso, tem como, vocês, alguém sabe, pergunta, dúvida, hoe, wanneer, waar,
    welke, waarom, kan ik, kunnen jullie, hebben jullie, come, quando, quanto costa, dove, chi, quale, perché, posso,
    avete, c'è, どう, どこ, いつ, なぜ, 何, いくら, ですか, ますか, でしょうか, 教えて`,
  request: `please, pls, plz, help, help me, no help with, need help, i need, we need, need to, trying to, tried to, try to, dm, dm me, dm'd, sent dm, sent you, sent a dm, follow me, let me know, send me, contact me, email me, call me, tell me,
    give me, advise, assist, assistance, support, info, information, details, confirm, change my, update my, check my, hi, hello, hey, bitte, hilfe,
    brauche, melden sie sich, s'il vous plaît, svp, aidez, aide, besoin, por favor, ayuda, ayúdenme, necesito, porfa, ajuda,
    preciso, me ajuda, alsjeblieft, hulp, nodig, per favore, aiuto, お願い, 助けて, ください`,
  wish: `i wish, wish you, would be nice, would be great, would love, would like, would be cool, should have, should add, you should, you need, need more, please add, please bring, bring back, make it again, make them again, make these again, make those again, feature request, suggestion, idea, any plans, hope you, hoping, wünsche,
    wäre schön, wäre toll, vorschlag, j'aimerais, ce serait, dommage que, ojalá, me gustaría, sería bueno, sugerencia,
    gostaria, seria bom, sugestão, zou leuk, vorrei, ほしい, 欲しい`,
  price: `price, prices, pricing, cost, costs, how much is, how much are, how much does, quote, discount, promo code, coupon, deal, deals, sale,
    in stock, back in stock, available in, availability, ship to, shipping to, deliver to, free trial, trial, demo,
    preis, preise, kosten, kostet, rabatt, lieferbar, liefert ihr, angebot, prix, coûte, tarif, réduction, en stock,
    livrez, precio, precios, cuesta, descuento, envían, en stock, preço, preços, custa, desconto, entregam, em estoque,
    prijs, korting, leverbaar, prezzo, sconto, disponibile, 値段, 価格, 割引, 在庫`,
  buying: `want to buy, looking to buy, wanna buy, going to buy, about to buy, thinking of buying, thinking about buying, ready to buy, where can i buy, where to buy, can i buy, can i order, can i get, like to order, like to buy,
    interested in buying, interested in, shopping for, in the market for, looking for a, looking for an, thinking of getting, thinking about getting, thinking of switching,
    thinking about switching, considering, should i get, should i buy, worth buying, worth it, worth getting, sign up, signing up, subscribe to, upgrade to, pre order, preorder, recommend a, recommendations for, alternatives
    to, alternative to, compared to, better than, versus, vs, kaufen, bestellen, wo gibt es, interessiere mich, überlege, empfehlung, lohnt
    sich, acheter, commander, intéressé par, intéressée par, où trouver, j'hésite, vaut le coup, comprar, quiero comprar, pedir, dónde
    comprar, me interesa, vale la pena, estoy pensando en, quero comprar, onde comprar, encomendar, tenho interesse, vale a pena, kopen,
    waar koop, comprare, dove comprare, 買いたい, 購入したい, 検討, 欲しいです`,
  press: `journalist, reporter, newspaper, press inquiry, press enquiry, press office, press contact, press team, media inquiry, media
    enquiry, media contact, media team, pr team, pr dept, pr department, pr contact, spokesperson, statement from, comment on, comment for, for comment, for a story, for a
    piece, for an article, writing a piece, writing an article, writing a story, working on a story, on deadline, interview, quote from, documentary, podcast about, press release,
    breaking news, journalistin, reporterin, presseanfrage, pressestelle, stellungnahme, zeitung, artikel über, interview,
    journaliste, presse, article sur, reportage, communiqué, periodista, prensa, reportaje, entrevista, comunicado,
    declaraciones, jornalista, imprensa, reportagem, entrevista, nota oficial, giornalista, stampa, 取材, 記者, 報道`,
  crisis: `data breach, hackers, leaked data, class action, lawsuit, sued, suing, investigation, investigated, regulator, recalled, product recall, safety recall, contaminated,
    contamination, food poisoning, racist, racism, sexist, sexism, discriminat*, harass*, scandal, boycott*, cover up, covered up, whistleblower,
    petition, protest, layoffs, ftc, fda, datenleck, gehackt, skandal, klage, rückruf, ermittl*, rassis*,
    fuite de données, piraté, scandale, plainte collective, procès, enquête, rappel, racis*, escándalo, demanda, filtración,
    hackeado, denuncia, vazamento, vazaram, escândalo, processo, denúncia, 炎上, 情報漏洩, 訴訟, 不祥事`,
  danger: `fire, on fire, caught fire, smoke, smoking, explod*, burned, burnt, burning, shock, electrocuted, injur*, hurt, bleeding,
    hospital, ambulance, emergency, dangerous, unsafe, hazard, toxic, allergic, allergy, poisoned, choking, sick after,
    kill myself, suicide, threat*, assault*, brennt, feuer, rauch, verletzt, krankenhaus, notfall, gefährlich, giftig,
    incendie, fumée, blessé, blessée, hôpital, urgence médicale, dangereux, dangereuse, fuego, incendio, humo, herido, herida, hospital, emergencia, peligroso,
    fogo, fumaça, ferido, ferida, emergência, perigoso, 火事, 煙, 怪我, 病院, 危険, 爆発`,
  urgent: `urgent, urgently, asap, as soon as possible, immediately, right now, right away, emergency, in an hour, in one hour, in 2 hours, in two
    hours, in 30 minutes, leaves in, time sensitive, running out of time, desperate, desperately, stranded, dringend, sofort, so schnell wie möglich, eilt,
    urgent, urgente, urgemment, immédiatement, tout de suite, au plus vite, cuanto antes, ahora mismo, urgencia, agora mesmo,
    o quanto antes, meteen, subito, 至急, 今すぐ, 急ぎ`,
  soon: `today, tonight, tomorrow, tmrw, this morning, this afternoon, this evening, by tomorrow, before tomorrow, deadline, last
    minute, heute, morgen, aujourd'hui, demain, ce soir, hoy, mañana, esta noche, hoje, amanhã, vandaag, oggi, domani, 今日, 明日`,
  lockedOut: `locked out, can't log in, cannot log in, can't login, cannot login, can't sign in, account locked, account suspended, account disabled, account was hacked, account hacked, been hacked, got hacked, hacked my, charged
    twice, double charged, unauthorized, unauthorised, identity, stole my, stolen, fraudulent, without my permission, phishing, ausgesperrt, konto gesperrt, gesperrt, konto
    gehackt, doppelt abgebucht, compte bloqué, compte piraté, bloqué, prélevé deux fois, cuenta bloqueada, cuenta hackeada, bloqueada,
    cobraron dos veces, conta bloqueada, conta hackeada, cobrado duas vezes, account geblokkeerd, account bloccato, ログインできない, 乗っ取*, 二重請求`,
  abuse: `kill yourself, kys, go die, die in a fire, hope you die, fuck you, fuck u, fuk u, fuck off, f you, f u, screw you, go to hell, eat shit, suck my, piece of shit, pieces of shit,
    bitch, bitches, bastard, bastards, cunt, cunts, whore, slut, retard, retards, retarded, scum, moron, morons, idiots, you idiot, asshole, assholes, dickhead, motherfucker,
    motherfuckers, i'll find you, i will find you, arschloch, arschlöcher, wichser, hurensohn, fick dich, fickt euch, drecksladen, verpiss*, connard, connards, connasse, salope, enculé, enculés, va te
    faire, ta gueule, fils de pute, hijo de puta, hijos de puta, gilipollas, cabrón, cabrones, pendejo, pendejos, vete a la mierda, chinga tu, filho da puta, vai se foder, vai tomar no, babaca, babacas, otário, klootzak,
    kankerlijers, stronzo, stronzi, vaffanculo, 死ね, くたばれ, 殺す`,
  swearing: `fuck, fucking, fuckin, fucked, fck, fckin, effing, freaking, frigging, shit, shitty, bullshit, damn, dammit, goddamn, hell, ass, arse, scheiße, scheiss*, verdammt, merde, putain, mierda, joder, coño,
    puta, merda, porra, caralho, kut, cazzo, くそ, クソ`,
  advert: `giveaway, give away, enter to win, win a, win an, chance to win, rt to win, rt if, retweet to, follow back, followback, follow for follow, f4f, teamfollowback, follow us, follow my, check out my, check this out, check out our, subscribe
    to my, my channel, my youtube, my blog, new blog post, blog post, link in bio, promo, promotion, free followers, earn money, make money, work from home, click here, buy now, shop now, use code, use my code, crypto, airdrop, nft,
    forex, casino, viagra, onlyfans, hiring, we're hiring, job opening, apply now, now playing, nowplaying, live stream, livestream, gewinnspiel, jetzt kaufen, folgt mir, mein kanal, concours, gagnez, abonnez, suivez, sorteo, gana,
    sígueme, mi canal, suscríbete, sorteio, ganhe, me segue, meu canal, inscreva, winactie, プレゼント企画, フォロー&, 相互フォロー, 懸賞`,
};
