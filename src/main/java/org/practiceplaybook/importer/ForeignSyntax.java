package org.practiceplaybook.importer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What other tools add to Markdown, as plain Markdown that says the same: notes become quotations with a bold beginning,
 * figures images, films links, roles their words. Every line stays on its line, so that places in the library stay right.
 * What is not known stays as it is written. One object for one text.
 */
final class ForeignSyntax {
    private static final Pattern FENCE = Pattern.compile("^([ \\t]*)(`{3,}|~{3,}|:{3,})[ ]?(.*)$");
    /** MyST's directives, Docusaurus' and Pandoc's notes: a kind in braces or bare, then perhaps a title. */
    private static final Pattern KIND =
            Pattern.compile("^\\{?[.]?([A-Za-z][\\w-]*)}?[ \\t]*(?:\\[([^]]*)])?[ \\t]*(.*)$");

    private static final Pattern BANG =
            Pattern.compile("^(!!!|\\?\\?\\?\\+?)[ \\t]+([A-Za-z][\\w-]*)[ \\t]*(?:\"([^\"]*)\")?.*$");
    private static final Pattern ALERT = Pattern.compile("^(>[ \\t]*)\\[!([A-Za-z]+)][ \\t]*(.*)$");
    private static final Pattern OPTION = Pattern.compile("^[ \\t]*:([\\w-]+):[ \\t]*(.*)$");
    /** GitBook's and Hugo's notes, which end with a line of their own. */
    private static final Pattern HINT = Pattern.compile(
            "^[ \\t]*\\{(?:%|\\{[%<])[ ]*(hint|note|tip|warning|notice|info|alert|callout|admonition)\\b(.*?)[%>]}}?[ \\t]*$");

    private static final Pattern HINT_END = Pattern.compile(
            "^[ \\t]*\\{(?:%[ ]*end|\\{[%<][ ]*/)(?:hint|note|tip|warning|notice|info|alert|callout|admonition)[ ]*[%>]}}?[ \\t]*$");
    private static final Pattern TAB = Pattern.compile("^[ \\t]*\\{%[ ]*tab[ ]+title=\"([^\"]*)\"[ ]*%}[ \\t]*$");
    /** Lines that only tell a tool how to lay a text out. */
    private static final Pattern LAYOUT = Pattern.compile("^[ \\t]*(?:</?(?:section|article|main|aside|header)\\b[^>]*>"
            + "|<div[^>]*\\bmarkdown\\b[^>]*>|\\{:[^}]*}|\\([\\w-]+\\)=|\\{%-?[ ]*(?:end)?(?:raw|tabs|tab|content-ref|comment|capture)\\b[^%]*%}"
            + "|\\{%[ ]*endhighlight[ ]*%})[ \\t]*$");

    private static final Pattern HIGHLIGHT =
            Pattern.compile("^[ \\t]*\\{%-?[ ]*highlight[ ]+([\\w+-]+)[^%]*%}[ \\t]*$");
    private static final Pattern HIGHLIGHT_END = Pattern.compile("^[ \\t]*\\{%-?[ ]*endhighlight[ ]*-?%}[ \\t]*$");
    private static final Pattern STYLE = Pattern.compile("<style\\b[^>]{0,800}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern STYLE_END = Pattern.compile("</style>", Pattern.CASE_INSENSITIVE);
    private static final Pattern IFRAME =
            Pattern.compile("<iframe\\b([^>]{0,800})>(?:[^<]{0,800}</iframe>)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILM = Pattern.compile(
            "^(?:https?:)?//(?:www\\.)?(?:(?:youtube(?:-nocookie)?\\.com/embed/)([\\w-]+)|player\\.vimeo\\.com/video/(\\d+)).*$");
    private static final Pattern FIGURE = Pattern.compile("\\{\\{<[ ]*figure[ ]+([^>]{0,800})>}}");
    private static final Pattern SHORT_FILM =
            Pattern.compile("\\{\\{<[ ]*(youtube|vimeo)[ ]+(?:id=)?\"?([\\w-]+)\"?[^>]{0,800}>}}");
    private static final Pattern REF = Pattern.compile("\\{\\{[<%][ ]*(?:rel)?ref[ ]+\"?([^\"\\s]+)\"?[ ]*[%>]}}");
    private static final Pattern INCLUDE =
            Pattern.compile("\\{%-?[ ]*include[ ]+(?:figure|image|img|youtube|vimeo|video)(?:\\.html)?[ ]+([^%]*)%}");
    private static final Pattern EMBED = Pattern.compile("\\{%[ ]*(?:embed|file)[ ]+(?:url|src)=\"([^\"]+)\"[^%]*%}");
    private static final Pattern LINK_TAG = Pattern.compile("\\{%-?[ ]*(?:link|post_url)[ ]+([^\\s%]+)[ ]*-?%}");
    private static final Pattern ROLE = Pattern.compile("(?<!`)\\{([a-z][a-z:-]*)}`([^`\\n]+)`");
    private static final Pattern ROLE_TARGET = Pattern.compile("^(.*?)[ ]*<([^<>]+)>$");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([\\w-]+)[ ]*=[ ]*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");
    private static final List<String> NOTES = List.of(
            ("note warning tip important caution danger info hint attention error seealso admonition success question"
                            + " example quote abstract summary todo bug failure dropdown details alert notice callout aside margin")
                    .split(" "));
    private static final List<String> FIGURES = List.of("figure", "image");
    private static final List<String> CODE = List.of("code", "code-block", "code-cell", "sourcecode");
    private static final List<String> LISTS = List.of("toctree", "contents", "tableofcontents", "bibliography");

    private final List<String> out = new ArrayList<>();
    /** What was looked for to the last line and is not there: who looks again further down need not. */
    private final Set<String> unended = new HashSet<>();

    private ForeignSyntax() {}

    /** A text with as many lines, in plain Markdown as far as it is understood. */
    static String plain(String text) {
        return new ForeignSyntax().lines(withoutStyles(text).split("\n", -1));
    }

    private static String withoutStyles(String text) {
        StringBuilder out = new StringBuilder(text.length());
        Matcher begin = STYLE.matcher(text);
        Matcher end = STYLE_END.matcher(text);
        int at = 0;
        while (begin.find(at) && end.find(begin.end())) {
            out.append(text, at, begin.start());
            text.substring(begin.start(), end.end())
                    .chars()
                    .filter(c -> c == '\n')
                    .forEach(c -> out.append('\n'));
            at = end.end();
        }
        return out.append(text, at, text.length()).toString();
    }

    private String lines(String[] lines) {
        int at = 0;
        while (at < lines.length) {
            at = line(lines, at);
        }
        return String.join("\n", out);
    }

    /** Puts one line out, or a block that begins with it; gives the next line. */
    private int line(String[] lines, int at) {
        String line = lines[at];
        Matcher fence = FENCE.matcher(line);
        if (fence.matches()) {
            return fenced(lines, at, fence);
        }
        Matcher bang = BANG.matcher(line);
        if (bang.matches()) {
            out.add(beginning("", bang.group(2), bang.group(3)));
            int end = at + 1;
            while (end < lines.length
                    && (lines[end].isBlank() || lines[end].startsWith("    ") || lines[end].startsWith("\t"))) {
                end++;
            }
            while (end > at + 1 && lines[end - 1].isBlank()) {
                end--;
            }
            for (int i = at + 1; i < end; i++) {
                out.add(quoted("", lines[i].replaceFirst("^(?: {4}|\t)", "")));
            }
            return end;
        }
        Matcher hint = HINT.matcher(line);
        int last = hint.matches() ? find(lines, at + 1, HINT_END) : -1;
        if (last > 0) {
            String style = attributes(hint.group(2)).getOrDefault("style", hint.group(1));
            quotation(lines, at, last, beginning("", style.equals("hint") ? "note" : style, null));
            return last + 1;
        }
        Matcher highlight = HIGHLIGHT.matcher(line);
        int code = highlight.matches() ? find(lines, at + 1, HIGHLIGHT_END) : -1;
        if (code > 0) {
            out.add("```" + highlight.group(1));
            out.addAll(Arrays.asList(lines).subList(at + 1, code));
            out.add("```");
            return code + 1;
        }
        out.add(inline(line));
        return at + 1;
    }

    private int fenced(String[] lines, int at, Matcher fence) {
        String indent = fence.group(1);
        String signs = fence.group(2);
        String info = fence.group(3).strip();
        Pattern end = Pattern.compile(
                "^[ \\t]*" + Pattern.quote(signs.substring(0, 1)) + "{" + signs.length() + ",}[ \\t]*$");
        int last = find(lines, at + 1, end);
        Matcher kind = KIND.matcher(info);
        boolean directive = (signs.startsWith(":") || info.startsWith("{")) && kind.matches() && last > 0;
        if (!directive || !isKnown(kind.group(1).toLowerCase(Locale.ROOT))) {
            boolean code = !signs.startsWith(":");
            int to = code ? (last < 0 ? lines.length : last + 1) : at + 1;
            out.addAll(Arrays.asList(lines).subList(at, to));
            return to;
        }
        String name = kind.group(1).toLowerCase(Locale.ROOT);
        String argument = kind.group(2) == null ? kind.group(3) : kind.group(2);
        Map<String, String> options = new HashMap<>();
        int body = at + 1;
        for (Matcher option = OPTION.matcher(lines[body]);
                body < last && option.matches();
                option = OPTION.matcher(lines[body])) {
            options.put(option.group(1), option.group(2));
            body++;
        }
        if (LISTS.contains(name)) {
            blank(last - at + 1);
        } else if (CODE.contains(name)) {
            String own = signs.startsWith(":") ? "```" : signs;
            out.add(indent + own + argument);
            blank(body - at - 1);
            out.addAll(Arrays.asList(lines).subList(body, last));
            out.add(indent + own);
        } else if (FIGURES.contains(name)) {
            out.add(indent + "![" + options.getOrDefault("alt", "") + "](" + argument + ")");
            blank(body - at - 1);
            for (int i = body; i < last; i++) {
                out.add(inline(lines[i]));
            }
            blank(1);
        } else {
            out.add(beginning(indent, name.equals("admonition") ? "" : name, argument));
            for (int i = at + 1; i < body; i++) {
                out.add(quoted(indent, ""));
            }
            nested(lines, body, last, indent);
            blank(1);
        }
        return last + 1;
    }

    private static boolean isKnown(String kind) {
        return NOTES.contains(kind) || CODE.contains(kind) || LISTS.contains(kind) || FIGURES.contains(kind);
    }

    private void quotation(String[] lines, int at, int last, String beginning) {
        out.add(beginning);
        nested(lines, at + 1, last, "");
        blank(1);
    }

    /** What stands in a note, with notes of its own. */
    private void nested(String[] lines, int from, int to, String indent) {
        ForeignSyntax inner = new ForeignSyntax();
        String[] some = Arrays.copyOfRange(lines, from, to);
        for (String line : some.length == 0 ? some : inner.lines(some).split("\n", -1)) {
            out.add(quoted(indent, line.startsWith(indent) ? line.substring(indent.length()) : line));
        }
    }

    private void blank(int lines) {
        for (int i = 0; i < lines; i++) {
            out.add("");
        }
    }

    private static String beginning(String indent, String kind, String title) {
        String words = title == null || title.isBlank() ? kind.replace('-', ' ') : title.strip();
        String shown = words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
        return indent + "> " + (shown.isEmpty() ? "" : "**" + shown + (shown.matches(".*[.:!?]") ? "" : ":") + "**");
    }

    private static String quoted(String indent, String line) {
        return indent + (line.isBlank() ? ">" : "> " + line);
    }

    private int find(String[] lines, int from, Pattern end) {
        if (unended.contains(end.pattern())) {
            return -1;
        }
        for (int i = from; i < lines.length; i++) {
            if (end.matcher(lines[i]).matches()) {
                return i;
            }
        }
        unended.add(end.pattern());
        return -1;
    }

    /** A line outside code. */
    private static String inline(String line) {
        Matcher tab = TAB.matcher(line);
        if (tab.matches()) {
            return "**" + tab.group(1) + "**";
        }
        if (LAYOUT.matcher(line).matches()) {
            return "";
        }
        Matcher alert = ALERT.matcher(line);
        if (alert.matches()) {
            return beginning("", alert.group(2).toLowerCase(Locale.ROOT), alert.group(3));
        }
        if (line.indexOf('{') < 0 && line.indexOf('<') < 0) {
            return line;
        }
        String plain = replaced(IFRAME, line, match -> frame(attributes(match.group(1)), match.group()));
        plain = replaced(FIGURE, plain, match -> figure(attributes(match.group(1)), match.group()));
        plain = replaced(INCLUDE, plain, match -> figure(attributes(match.group(1)), match.group()));
        plain = replaced(SHORT_FILM, plain, match -> film(match.group(1), match.group(2), "Film"));
        plain = replaced(REF, plain, match -> match.group(1));
        plain = replaced(LINK_TAG, plain, match -> match.group(1));
        plain = replaced(
                EMBED,
                plain,
                match -> match.group(1).matches("https?://.*")
                        ? "<" + match.group(1) + ">"
                        : "[" + match.group(1).substring(match.group(1).lastIndexOf('/') + 1) + "](" + match.group(1)
                                + ")");
        return replaced(ROLE, plain, match -> role(match.group(1), match.group(2)));
    }

    private static String role(String name, String text) {
        Matcher target = ROLE_TARGET.matcher(text);
        boolean named = target.matches();
        return switch (name) {
            case "doc", "download" ->
                named ? "[" + target.group(1) + "](" + target.group(2) + ")" : "[" + text + "](" + text + ")";
            case "code", "kbd", "file", "command", "samp", "math" -> "`" + text + "`";
            default -> named ? target.group(1) : text;
        };
    }

    private static String frame(Map<String, String> attributes, String written) {
        String address = attributes.getOrDefault("src", "");
        Matcher film = FILM.matcher(address);
        String title = attributes.getOrDefault("title", "");
        if (film.matches()) {
            String kind = film.group(1) == null ? "vimeo" : "youtube";
            return film(kind, film.group(1) == null ? film.group(2) : film.group(1), title.isBlank() ? "Film" : title);
        }
        String whole = address.startsWith("//") ? "https:" + address : address;
        return whole.matches("https?://[^\\s<>()]+")
                ? "[" + words(title.isBlank() ? whole.replaceFirst("^https?://([^/?#]+).*$", "$1") : title) + "]("
                        + whole + ")"
                : written;
    }

    private static String film(String kind, String id, String title) {
        String address = kind.equals("youtube") ? "https://www.youtube.com/watch?v=" : "https://vimeo.com/";
        return "[" + words(title) + "](" + address + id + ")";
    }

    private static String figure(Map<String, String> attributes, String written) {
        String id = attributes.get("id");
        if (id != null && written.matches(".*(?:youtube|vimeo|video).*")) {
            return film(written.contains("vimeo") ? "vimeo" : "youtube", id, attributes.getOrDefault("title", "Film"));
        }
        String address = Optional.ofNullable(attributes.get("src"))
                .orElse(attributes.getOrDefault("url", attributes.getOrDefault("image_path", "")));
        if (address.isBlank() || address.matches(".*[\\s<>()].*")) {
            return written;
        }
        String caption = attributes.getOrDefault("caption", "");
        String alt = attributes.getOrDefault("alt", caption);
        return "![" + words(alt) + "](" + address + ")"
                + (caption.isBlank() || caption.equals(alt) ? "" : " *" + caption.strip() + "*");
    }

    private static String words(String text) {
        return text.replaceAll("[\\[\\]\\n]", " ").strip();
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new HashMap<>();
        Matcher one = ATTRIBUTE.matcher(text);
        while (one.find()) {
            String value = one.group(2) != null ? one.group(2) : one.group(3) != null ? one.group(3) : one.group(4);
            attributes.put(one.group(1).toLowerCase(Locale.ROOT), value);
        }
        return attributes;
    }

    private static String replaced(
            Pattern pattern, String text, java.util.function.Function<java.util.regex.MatchResult, String> by) {
        return pattern.matcher(text).replaceAll(match -> Matcher.quoteReplacement(by.apply(match)));
    }
}
