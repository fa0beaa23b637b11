/**
 * Lines that pages print around an article. Each needs to be the whole line (or to open it, where a mark says so):
 * a sentence of the article that mentions cookies is no debris.
 */
const WHOLE_LINE =
  /^(?:you (?:might|may) also (?:like|read|be interested in)|leave a (?:reply|comment)|your email address will not be published\.?|required fields are marked(?: \*)?|comments are closed\.?|comments? ?(?:\(\d+\))?|share this(?: (?:story|article|post|news))?|share(?: on (?:facebook|twitter|x|whatsapp|linkedin))?|print|email|tweet|facebook|twitter|whatsapp|linkedin|copy link|save|advertisements?|sponsored(?: content)?|related (?:news|stories|articles|posts|topics)|read more|read also|also read|more stories|most read|latest news|trending(?: now)?|top stories|recommended(?: for you)?|subscribe(?: now| to our newsletter)?|sign up(?: for our newsletter)?|newsletter|follow us(?: on .{1,40})?|next (?:article|story|post)|previous (?:article|story|post)|loading\.*|skip to (?:main )?content|home|menu|search|login|log in|register|web desk|photo gallery|click here.{0,60}|accept(?: all)?(?: cookies)?|reject all|post comment|save my name.{0,120}|the post .{1,200} appeared first on .{1,80}|notify me of .{1,80})$/i;

const LINE_OPENS =
  /^(?:related:|read more:|also read:|read also:|see also:|watch:|photos?:|video:|tags?:|filed under:|copyright\b|©|all rights reserved\b|we use cookies\b|this (?:web)?site uses cookies\b|by (?:continuing|using) (?:to use )?this site\b|subscribe to\b|sign up (?:for|to)\b|follow .{1,40} on (?:twitter|facebook|instagram|x)\b|download (?:the|our) app\b|click (?:here )?to\b)/i;

/** A line that says when and by whom it was put up, and nothing else; readMasthead has taken the date from it. */
const DATE_LINE =
  /^(?:(?:last )?(?:published|updated|posted)(?: on| at)?:? |date )?(?:\d{1,2}:\d{2}(?: ?[ap]m)? ?[|,·-]? ?)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}(?:,? (?:at )?\d{1,2}:\d{2}(?: ?[ap]m)?)?(?: ?[|·-] ?.{1,60})?$|^date \d{4}-\d{2}-\d{2}$/i;

/** Whether a line belongs to the page and not to the article. */
export const isDebris = (line: string): boolean => {
  const text = line.trim();
  return (
    WHOLE_LINE.test(text) || DATE_LINE.test(text) || LINE_OPENS.test(text) || !/[\p{L}\p{N}]/u.test(text)
  );
};
