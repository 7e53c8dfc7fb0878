/**
 * Facebook names its parts by translated labels only. What can be told without words is; these words decide the rest,
 * in the languages that it is used in most. English, German, Spanish, French, Portuguese, Italian, Dutch, Danish and
 * Vietnamese labels of comments were seen in sources of 2025 to 2026, all other words are from memory.
 */

/** How the label of a comment begins, and that of an answer to one. */
const COMMENT_BY =
  /^(?:Comment by|Kommentar (?:von|av|fra)|Commentaire de|Comentario de|Comentário de|Commento di|Reactie van|Opmerking van|Komentarz|Bình luận|Komentar oleh|Комментарий)\s/iu;
const REPLY_BY =
  /^(?:Reply by|Antwort von|Svar (?:av|fra)|Réponse de|Respuesta de|Resposta de|Risposta di|Antwoord van|Odpowiedź|Phản hồi|Trả lời|Balasan oleh|Ответ)\s/iu;

/** Words in the label of a box, in the order in which they decide. */
const EDIT =
  /\bedit(?:ar|er)?\b|bearbeit|modif|bewerk|redig|edytuj|chỉnh sửa|sunting|редактир|編集|编辑|編輯|수정|تعديل/iu;
const REPLY =
  /repl(?:y|ies)|antwor|répon|respon|respuesta|resposta|rispo|odpowie|odpowiedz|svar|vastaa|yanıt|trả lời|phản hồi|balas|ответ|返信|回复|回覆|답글|ردّ?\s/iu;
const COMMENT =
  /comment|kommentar|kommentier|kommenter|komment|comentar|comentár|coment|reageer|reactie|opmerking|komentar|yorum|bình luận|комментар|コメント|评论|評論|留言|댓글|تعليق/iu;

/**
 * The label of a box that says who writes, before or around the name. English was seen in nine sources until 2026,
 * Vietnamese in three, German, Spanish, French, Italian and Polish in one of 2026; the others are from memory.
 */
const COMMENT_AS = [
  /^(?:Comment as|Answer as|Kommentieren als|Comentar como|Commenter en tant que|Commenta come|Reageren als|Kommentera? som|Skomentuj jako|Bình luận dưới tên|Komentari sebagai|Комментировать от имени)\s+(.+)$/iu,
  /^Als\s(.+)\skommentieren$/iu,
  /^(.+)\solarak yorum yap$/iu,
];

/** The control that sends, by its whole label: others in the form have these words among more. */
const SUBMITS = new Set(
  `Comment|Post comment|Reply|Post reply|Kommentieren|Antworten|Commenter|Répondre|Comentar|Responder|Commenta|Rispondi|
  Reageren|Beantwoorden|Kommenter|Kommentera|Svar|Svara|Skomentuj|Odpowiedz|Bình luận|Đăng bình luận|Trả lời|Komentari|
  Balas|Yorum Yap|Yanıtla|Комментировать|Ответить|コメント|返信|评论|评论|評論|回复|回覆|댓글|답글|تعليق|رد`
    .split('|')
    .map((label) => label.trim()),
);

/** What the label of an article says it is; null in a language that is not known here. */
export function toCommentKind(label: string | null | undefined): 'comment' | 'reply' | null {
  if (!label) return null;
  if (REPLY_BY.test(label)) return 'reply';
  return COMMENT_BY.test(label) ? 'comment' : null;
}

/** What the label of a box says is written in it; null when unknown, and for a change of what was written. */
export function toBoxKind(label: string): 'comment' | 'reply' | null {
  if (EDIT.test(label)) return null;
  if (REPLY.test(label)) return 'reply';
  return COMMENT.test(label) ? 'comment' : null;
}

/** Whom the label of a box says that one writes as; null where it does not, or in a language that is not known here. */
export function toActingName(label: string): string | null {
  const text = label.replace(/\s*(?:…|\.{3})$/u, '');
  for (const pattern of COMMENT_AS) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined) return name;
  }
  return null;
}

/** True for the label of the control that sends a comment. */
export function isSubmitLabel(label: string): boolean {
  return SUBMITS.has(label.trim());
}

/** How Facebook marks an advertisement where it can be read. */
const SPONSORED = new Set(
  `Sponsored|Gesponsert|Anzeige|Sponsorisé|Publicidad|Patrocinado|Sponsorizzato|Gesponsord|Sponsrad|Sponsoreret|
  Sponset|Sponsorowane|Sponsoroitu|Sponzorováno|Sponsorizat|Реклама|Sponsorlu|Được tài trợ|Bersponsor|広告|赞助内容|
  贊助|광고|ممول|प्रायोजित|ได้รับการสนับสนุน`
    .split('|')
    .map((label) => label.trim()),
);

/** True for the label of an advertisement. */
export function isSponsoredLabel(label: string): boolean {
  return SPONSORED.has(label.trim());
}
