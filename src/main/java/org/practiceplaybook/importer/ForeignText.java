package org.practiceplaybook.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.Heading;
import org.practiceplaybook.markdown.Markdown;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.yaml.KnownKeys;
import org.practiceplaybook.yaml.Yaml;
import org.practiceplaybook.yaml.YamlReader;

/**
 * A Markdown file of another library. Its lines end in a line feed.
 *
 * @param keys the front matter, or what could be saved of it
 * @param unread front matter that could not be read whole, or nothing
 * @param title its heading of the first level
 * @param intro what stands before the first section
 * @param sections the text, cut at its headings, the title left out
 */
record ForeignText(
        SourceFile file,
        Yaml.Mapping keys,
        Optional<Span> unread,
        Optional<Located> title,
        Span intro,
        List<Stretch> sections,
        List<Diagnostic> diagnostics) {

    /** Longer front matter is not read: nobody wrote it. */
    private static final int LONGEST_FRONT_MATTER = 1 << 18;

    private static final Pattern OPEN = Pattern.compile("\\A\\s{0,100}?(---|\\+\\+\\+)[ \\t]*\\n");
    private static final Pattern YAML_END = Pattern.compile("^(?:---|\\.\\.\\.)[ \\t]*$", Pattern.MULTILINE);
    private static final Pattern TOML_END = Pattern.compile("^\\+\\+\\+[ \\t]*$", Pattern.MULTILINE);
    private static final Pattern TOML_LINE = Pattern.compile("^([ \\t]*[\\w-]+[ \\t]*)=(?=[ \\t])", Pattern.MULTILINE);
    /** Keys without a fence, as MultiMarkdown and Pelican have them: two lines or more, up to the first empty one. */
    private static final Pattern BARE_KEYS =
            Pattern.compile("\\A(?:[A-Za-z][\\w -]{0,40}:[ \\t]+\\S[^\\n]*+\\n){2,100}+(?=[ \\t]*\\n)");

    private static final Pattern BARE_TITLE = Pattern.compile("^title:", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
    private static final Pattern ANY_KEY = Pattern.compile("\\s*[\"']?[\\w][\\w .-]{0,60}[\"']?[ \\t]*[:=]");
    private static final Pattern UNDERLINE = Pattern.compile("[ ]{0,3}(?:=+|-+)[ \\t]*");

    /** A text and where it stands. */
    record Located(String text, Span span) {}

    /**
     * A heading and what stands below it, up to the next heading of any level.
     *
     * @param whole from the heading's first line on
     * @param content what stands below the heading's lines
     */
    record Stretch(Heading heading, Span whole, Span content) {}

    static ForeignText read(SourceFile raw, Markdown markdown) {
        SourceFile file = new SourceFile(
                raw.path(), ForeignSyntax.plain(raw.text().replace("\r\n", "\n").replace('\r', '\n')));
        Matcher open = OPEN.matcher(file.text());
        if (open.find()
                && ANY_KEY.matcher(file.text())
                        .region(open.end(), file.text().length())
                        .lookingAt()) {
            boolean toml = open.group(1).equals("+++");
            Matcher close = (toml ? TOML_END : YAML_END).matcher(file.text());
            if (close.find(open.end())) {
                int bodyStart = Math.min(file.text().length(), close.end() + 1);
                return read(file, markdown, new Span(open.end(), close.start()), toml, bodyStart);
            }
        }
        Matcher bare = BARE_KEYS.matcher(file.text());
        if (bare.find() && BARE_TITLE.matcher(bare.group()).find()) {
            return read(file, markdown, new Span(0, bare.end()), false, bare.end());
        }
        return cut(file, markdown, Yaml.Mapping.EMPTY, Optional.empty(), 0, List.of());
    }

    private static ForeignText read(SourceFile file, Markdown markdown, Span span, boolean toml, int bodyStart) {
        if (span.length() > LONGEST_FRONT_MATTER) {
            Diagnostic tooLong = Diagnostic.of(
                    RuleCode.FRONT_MATTER,
                    file.at(file.lineAt(span.start())),
                    "there is too much between the --- lines to read");
            return cut(file, markdown, Yaml.Mapping.EMPTY, Optional.of(span), bodyStart, List.of(tooLong));
        }
        // the same length, so that every place stays right
        SourceFile seen = toml
                ? new SourceFile(file.path(), TOML_LINE.matcher(file.text()).replaceAll("$1:"))
                : file;
        YamlReader.Result result = YamlReader.read(seen, span, KnownKeys.NONE);
        List<Diagnostic> told = new ArrayList<>();
        result.diagnostics()
                .forEach(found -> told.add(Diagnostic.of(RuleCode.FRONT_MATTER, found.place(), found.message())));
        boolean whole = result.diagnostics().isEmpty();
        return cut(file, markdown, result.mapping(), whole ? Optional.empty() : Optional.of(span), bodyStart, told);
    }

    private static ForeignText cut(
            SourceFile file,
            Markdown markdown,
            Yaml.Mapping keys,
            Optional<Span> unread,
            int bodyStart,
            List<Diagnostic> diagnostics) {
        Body body = markdown.read(file, bodyStart);
        List<Heading> headings = new ArrayList<>();
        body.title().ifPresent(headings::add);
        body.parts().forEach(part -> part.heading().ifPresent(headings::add));
        headings.removeIf(heading -> !isLine(file, heading));
        Optional<Heading> title = headings.stream().findFirst().filter(first -> first.level() == 1);
        List<Stretch> stretches = new ArrayList<>();
        int end = file.text().length();
        for (int i = headings.size() - 1; i >= 0; i--) {
            Heading heading = headings.get(i);
            int from = file.lineAt(heading.span().start()).start();
            stretches.add(
                    0, new Stretch(heading, new Span(from, end), new Span(Math.min(end, below(file, heading)), end)));
            end = from;
        }
        Span intro = new Span(bodyStart, Math.max(bodyStart, end));
        Optional<Located> located = Optional.empty();
        if (title.isPresent()) {
            Stretch first = stretches.remove(0);
            boolean empty = file.slice(intro).isBlank();
            located = Optional.of(new Located(title.get().text(), title.get().span()));
            if (empty) {
                intro = first.content();
            } else {
                // something stands above the title: both are the start of the text
                stretches.add(0, first);
                located = Optional.empty();
            }
        }
        return new ForeignText(file, keys, unread, located, intro, List.copyOf(stretches), diagnostics);
    }

    /** A heading that begins a line of its own, not one of raw HTML. */
    private static boolean isLine(SourceFile file, Heading heading) {
        String line = file.slice(file.lineAt(heading.span().start()));
        return line.stripLeading().startsWith("#") || underlined(file, heading);
    }

    private static boolean underlined(SourceFile file, Heading heading) {
        int next = file.lineAt(heading.span().end()).end() + 1;
        return next < file.text().length()
                && !file.slice(file.lineAt(heading.span().start()))
                        .stripLeading()
                        .startsWith("#")
                && UNDERLINE.matcher(file.slice(file.lineAt(next))).matches();
    }

    private static int below(SourceFile file, Heading heading) {
        int next = file.lineAt(heading.span().end()).end() + 1;
        return underlined(file, heading) ? file.lineAt(next).end() + 1 : next;
    }

    String slice(Span span) {
        return file.slice(span);
    }
}
