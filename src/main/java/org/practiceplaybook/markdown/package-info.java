/**
 * From Markdown to HTML. The only room that knows flexmark, jsoup and the syntax highlighter; none of their types leaves
 * it. Its input is hostile until proven otherwise: work is bounded by {@link
 * org.practiceplaybook.markdown.parser.BudgetedText}, stacks are deep, URLs and raw HTML pass allow-lists.
 *
 * <p>A text is parsed once, to a {@link org.practiceplaybook.markdown.Body}: HTML with marks where something is put in
 * later that only the whole playbook knows (where a link leads, what a word is called in the playbook's language).
 */
package org.practiceplaybook.markdown;
