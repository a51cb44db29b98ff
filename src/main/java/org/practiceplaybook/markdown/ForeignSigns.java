package org.practiceplaybook.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;

/**
 * Signs of other tools that stay as they were typed: marks, tabs, comments, emoji by their names, code. The build knows them;
 * the judge in a browser, which may weigh so much and no more, goes without.
 */
final class ForeignSigns {
    private static final char UNDERSTOOD = ForeignMarkup.UNDERSTOOD;
    private static final String NO_COMMENT = "this is no comment here: ";
    private static final String TAKE_OUT = "take the line out";

    /**
     * A sign of another tool.
     *
     * @param part without which there is none
     * @param message to which the sign is added
     * @param by what is put around its words instead, null where nobody can tell
     */
    private record Sign(String part, Pattern pattern, String message, String remedy, String by) {
        Sign(String part, String line, String message, String remedy) {
            this(part, lines("^[ \\t]{0,3}(?:" + line + ")[ \\t]*$"), message, remedy, null);
        }
    }

    private static final List<Sign> SIGNS = List.of(
            new Sign("=", "\\([\\w:.-]+\\)=", "a mark to link to, as another tool has it: ", TAKE_OUT),
            new Sign(
                    "===",
                    "===[!+]*[ \\t]+[\"'" + UNDERSTOOD + "][^\\n]*",
                    "a tab of another tool begins here: ",
                    "write the name of the tab as a heading, and take the blanks before its lines away"),
            new Sign(
                    "..",
                    "\\.\\.[ \\t]+(?:(?:\\S+[ \\t]+)?[\\w-]+::[^\\n]*|_[^\\n:]+:[^\\n]*)",
                    "a block of another tool begins here: ",
                    "say it in Markdown; for a note, write > [!NOTE] instead of this line, and > before each line of it"),
            new Sign(
                    "]",
                    "\\[{1,2}[_" + UNDERSTOOD + "]?(?:TOC|toc)[_" + UNDERSTOOD + "]?\\]{1,2}|\\$\\{toc\\}",
                    "no list of headings is made here: ",
                    TAKE_OUT),
            new Sign(
                    "port",
                    "import[ \\t]+(?:[\\w*{][^\\n]*[ \\t]from[ \\t]+)?[\"'" + UNDERSTOOD
                            + "][^\\n]*|export[ \\t]+(?:const|let|var|function|class)[ \\t]+\\w+[ \\t]*[=({][^\\n]*",
                    "this playbook runs no code: ",
                    TAKE_OUT),
            new Sign("%%", "%%[ \\t]+[^%\\n]+", NO_COMMENT, "write it as a comment of HTML, or take it out"),
            new Sign(
                    "%%",
                    Pattern.compile("(?<![\\w%])%%[^%]{1,500}%%"),
                    NO_COMMENT,
                    "write it as a comment of HTML, or take it out",
                    null),
            new Sign("/*", Pattern.compile("\\{/\\*.{0,500}?\\*/\\}", Pattern.DOTALL), NO_COMMENT, "take it out", null),
            new Sign(
                    "^",
                    Pattern.compile("(?<=\\s)\\^(?=[\\d-]*[A-Za-z])[\\w-]{2,60}(?=\\s*\\z)"),
                    "a mark to link to, as another tool has it: ",
                    "take it out",
                    ""),
            new Sign(
                    "^",
                    Pattern.compile("\\^([A-Za-z\\d][^\\s^]{0,20})\\^(?!\\w)"),
                    "signs that raise nothing here: ",
                    "put <sup> before and </sup> behind the words instead",
                    null),
            new Sign(
                    "^[",
                    Pattern.compile("\\^\\[[^\\[\\]\\n]{1,200}\\](?!\\()"),
                    "a footnote of another tool: ",
                    "write [^1] here, and the note on a line of its own: [^1]: …",
                    null),
            new Sign(
                    ":",
                    Pattern.compile(
                            "(?<![\\w:/" + UNDERSTOOD + "])(?::(?:[a-z][a-z0-9_+-]*|\\+1|-1|100):)+(?![\\w:/])"),
                    "GitHub draws an emoji here, and this playbook does not: ",
                    "put the emoji itself there, or take it out",
                    null),
            new Sign(
                    "==",
                    Pattern.compile("(?<![=\\w])==(?![\\s=>])([^=\\n]{1,200})(?<![\\s<])==(?![=\\w])"),
                    "signs that mark nothing here: ",
                    "put two stars before and behind the words instead",
                    "**"),
            new Sign(
                    "++",
                    Pattern.compile(
                            "(?<![+\\w])\\+\\+(?![\\s+])((?:[^+\\n]|\\+(?!\\+)){1,200})(?<!\\s)\\+\\+(?![+\\w])"),
                    "signs that underline nothing here: ",
                    "take the signs out",
                    ""),
            new Sign(
                    "[!",
                    Pattern.compile(
                            "\\A\\[!(?!(?i:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\\][ \\t]*(?:\\n|\\z))\\w+\\][^\\n]*"),
                    "a note of another tool: ",
                    "write [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION] alone in this line",
                    null));

    private ForeignSigns() {}

    /**
     * Tells of those in plain text, in which what was understood is blanked out.
     *
     * @param start where the text begins in its file, in UTF-16 code units
     */
    static void tell(SourceFile file, String plain, int start, List<Diagnostic> found) {
        for (Sign sign : SIGNS) {
            if (plain.contains(sign.part)) {
                Matcher matcher = sign.pattern.matcher(plain);
                while (matcher.find()) {
                    int at = start + matcher.start();
                    boolean escaped = at > 0 && file.text().charAt(at - 1) == '\\';
                    // a name before code is a role
                    boolean role = sign.part.equals(":") && file.text().startsWith("`", start + matcher.end());
                    if (!escaped && !role) {
                        found.add(told(sign, file, start, matcher));
                    }
                }
            }
        }
    }

    private static Diagnostic told(Sign sign, SourceFile file, int start, Matcher match) {
        String typed = file.text().substring(start + match.start(), start + match.end());
        String signs = typed.strip();
        int from = start + match.start() + typed.indexOf(signs);
        int line = signs.indexOf('\n');
        String first = line < 0 ? signs : signs.substring(0, line);
        Diagnostic told = Diagnostic.of(
                        RuleCode.FOREIGN_SIGN, file.at(new Span(from, from + first.length())), sign.message + first)
                .effect("it as it was typed")
                .remedy(sign.remedy);
        if (sign.by == null) {
            return told;
        }
        String words =
                match.groupCount() == 0 ? "" : file.text().substring(start + match.start(1), start + match.end(1));
        return told.edit(new Edit(new Span(from, from + signs.length()), sign.by + words + sign.by));
    }

    private static Pattern lines(String expression) {
        return Pattern.compile(expression, Pattern.MULTILINE);
    }
}
