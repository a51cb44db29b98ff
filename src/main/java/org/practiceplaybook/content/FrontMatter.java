package org.practiceplaybook.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practiceplaybook.content.value.Slug;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.yaml.KnownKeys;
import org.practiceplaybook.yaml.Yaml;
import org.practiceplaybook.yaml.YamlMistakes;
import org.practiceplaybook.yaml.YamlReader;

/**
 * A file cut at its {@code ---} lines.
 *
 * @param mapping the keys and values between them
 * @param present are there such lines at all?
 * @param lines what stands between them
 * @param bodyStart where the text begins, in UTF-16 code units
 */
public record FrontMatter(
        Yaml.Mapping mapping, boolean present, Span lines, int bodyStart, List<Diagnostic> diagnostics) {
    private static final KnownKeys USUAL =
            Fields.keys(Fields.ofTranslations(Fields.ofEntries()).values());
    /** Of all that stands between the two lines, in UTF-16 code units: no entry needs as much. */
    public static final int LONGEST = 1 << 14;

    private static final Pattern OPEN = Pattern.compile("\\A\\s{0,300}?---[ \\t]*\\r?\\n");
    private static final Pattern CLOSE = Pattern.compile("^(?:---|\\.\\.\\.)[ \\t]*\\r?$", Pattern.MULTILINE);
    private static final Pattern LOOKS_LIKE_KEY = Pattern.compile(
            "^\\s*("
                    + String.join(
                            "|", Fields.TITLE.key(), Fields.SUMMARY.key(), Fields.PRACTICES.key(), Fields.STEPS.key())
                    + ")[ \\t]*:",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CURLY_VALUE = Pattern.compile(
            "^[ \\t]*(?:- +(?:[\\w-]+:[ \\t]*)?|[\\w-]+:[ \\t]*)([“”„‘’][^\\n]*[“”‘’])[ \\t]*\\r?$", Pattern.MULTILINE);
    /** An item, and one further in below it that YAML takes for the rest of the first. */
    private static final Pattern JOINED_ITEM =
            Pattern.compile("^( *)- +(?![\"'\\[{|>-])[^\\n]*[^:\\s|>][ \\t]*\\r?\\n(\\1 +)- ", Pattern.MULTILINE);

    private static final Pattern LONG_TEXT = Pattern.compile(":[ \\t]+[|>][-+0-9]*[ \\t]*\\r?$", Pattern.MULTILINE);
    private static final Pattern BLANK_LINE_OR_HEADING = Pattern.compile("^[ \\t]*\\r?$|^#", Pattern.MULTILINE);
    private static final Pattern ANY_KEY = Pattern.compile("[A-Za-z][\\w -]{0,40}:(?:\\s|$)");
    /** An empty line and a heading, which no front matter has. */
    private static final Pattern TEXT_BEGINS = Pattern.compile("\\n[ \\t]*\\r?\\n#{1,6} ");

    private static final Pattern OTHER_CLOSE = Pattern.compile("^[ \\t]*([-–—_=*]{2,})[ \\t]*\\r?$", Pattern.MULTILINE);
    private static final Pattern LATE_FENCE =
            Pattern.compile("^[^\\n]{1,200}\\n(?:[^\\n]*\\n){0,5}?(---)[ \\t]*\\r?\\n(?:" + Fields.TITLE.key() + "|"
                    + Fields.SUMMARY.key() + ")[ \\t]*:");
    private static final Pattern OTHER_DASHES = Pattern.compile("^\\s*([-–—]{2,}|—|\\+\\+\\+)[ \\t]*\\r?\\n");

    /** Reads what stands between the first two such lines. */
    public static FrontMatter read(SourceFile file) {
        return read(file, USUAL);
    }

    /**
     * The same where other keys are to be expected.
     *
     * @param keys those of a playbook's own as well
     */
    static FrontMatter read(SourceFile file, KnownKeys keys) {
        String text = file.text();
        Matcher open = OPEN.matcher(text);
        if (!open.find()) {
            return new FrontMatter(Yaml.Mapping.EMPTY, false, Span.NONE, 0, List.copyOf(withoutFence(file)));
        }
        int start = open.end();
        Matcher close = CLOSE.matcher(text);
        if (!close.find(start)) {
            return unclosed(file, start, keys);
        }
        int bodyStart = Math.min(text.length(), close.end() + 1);
        Span span = new Span(start, close.start());
        if (span.length() > LONGEST) {
            return tooLong(file, span, bodyStart, "move text below the second --- line");
        }
        YamlReader.Result result = YamlReader.read(file, span, keys);
        List<Diagnostic> diagnostics = new ArrayList<>(result.diagnostics());
        if (!result.readable()
                && TEXT_BEGINS.matcher(text).region(start, close.start()).find()) {
            // what was found is a line across the text; the line that should close is not there
            return unclosed(file, start, keys);
        }
        diagnostics.addAll(curlyQuotes(file, span));
        if (result.readable()) {
            diagnostics.addAll(joinedItems(file, span));
        }
        return new FrontMatter(result.mapping(), true, span, bodyStart, List.copyOf(diagnostics));
    }

    /** So much is no front matter, whatever line ends it; nobody reads it as YAML. */
    private static FrontMatter tooLong(SourceFile file, Span span, int bodyStart, String remedy) {
        Diagnostic tooLong = Diagnostic.of(
                        RuleCode.FRONT_MATTER_LONG,
                        file.at(new Span(span.start(), span.start() + 1)),
                        "there is too much between the --- lines")
                .effect("the entry without it")
                .remedy(remedy);
        return new FrontMatter(Yaml.Mapping.EMPTY, true, span, bodyStart, List.of(tooLong));
    }

    /** Is this heading the title, which stands between the lines? Any is where there is none. */
    public boolean isTitle(String heading) {
        Optional<String> title = mapping.entries().stream()
                .filter(entry -> entry.key().value().equalsIgnoreCase(Fields.TITLE.key()))
                .flatMap(entry -> entry.value() instanceof Yaml.Text text ? Stream.of(text.value()) : Stream.empty())
                .filter(text -> !text.isBlank())
                .findFirst();
        return title.isEmpty() || isAlike(title.get(), heading);
    }

    private static boolean isAlike(String one, String other) {
        String slug = Slug.of(one);
        return slug.isEmpty() ? one.strip().equals(other.strip()) : slug.equals(Slug.of(other));
    }

    /** The second fence is missing: up to the first blank line or heading it may still be front matter. */
    private static FrontMatter unclosed(SourceFile file, int start, KnownKeys keys) {
        String text = file.text();
        if (!ANY_KEY.matcher(text).region(start, text.length()).lookingAt()) {
            // a line across the page, not the start of front matter
            return new FrontMatter(Yaml.Mapping.EMPTY, false, Span.NONE, 0, List.of());
        }
        Matcher other = OTHER_CLOSE.matcher(text);
        Matcher end = BLANK_LINE_OR_HEADING.matcher(text);
        boolean blank = end.find(start);
        if (other.find(start) && (!blank || other.start() < end.start())) {
            return otherwiseClosed(file, start, other, keys);
        }
        int bodyStart = blank ? end.start() : text.length();
        Span span = new Span(start, bodyStart);
        if (span.length() > LONGEST) {
            return tooLong(file, span, bodyStart, "put a line with --- below the last of the keys");
        }
        int last = Math.max(start, bodyStart - 1);
        Diagnostic missing = Diagnostic.of(
                        RuleCode.FENCE_MISSING, file.at(file.lineAt(last)), "the second --- line is missing")
                .effect("the entry as if that line stood here")
                .remedy("put a line with --- after this one")
                .edit(new Edit(new Span(bodyStart, bodyStart), "---\n"));
        YamlReader.Result result = YamlReader.read(file, span, keys);
        List<Diagnostic> diagnostics = new ArrayList<>(result.diagnostics());
        diagnostics.add(missing);
        return new FrontMatter(result.mapping(), true, span, bodyStart, List.copyOf(diagnostics));
    }

    /** The second line is there, with other signs. */
    private static FrontMatter otherwiseClosed(SourceFile file, int start, Matcher line, KnownKeys keys) {
        Span span = new Span(start, line.start());
        int bodyStart = Math.min(file.text().length(), line.end() + 1);
        if (span.length() > LONGEST) {
            return tooLong(file, span, bodyStart, "move text below the second --- line");
        }
        List<Diagnostic> diagnostics = new ArrayList<>();
        Span signs = new Span(line.start(1), line.end(1));
        diagnostics.add(Diagnostic.of(RuleCode.FENCE_FORM, file.at(signs), "the second --- line must be three hyphens")
                .effect("the entry, if the lines up to here were meant to stand between two --- lines")
                .remedy("write --- at the start of the line, with the hyphen key, three times")
                .edit(new Edit(new Span(line.start(), line.end(1)), "---")));
        YamlReader.Result result = YamlReader.read(file, span, keys);
        diagnostics.addAll(result.diagnostics());
        return new FrontMatter(result.mapping(), true, span, bodyStart, List.copyOf(diagnostics));
    }

    private static List<Diagnostic> withoutFence(SourceFile file) {
        Matcher other = OTHER_DASHES.matcher(file.text());
        if (other.find()) {
            Span signs = new Span(other.start(1), other.end(1));
            return List.of(Diagnostic.of(RuleCode.FENCE_FORM, file.at(signs), "the first line must be three hyphens")
                    .effect("the entry without title and summary")
                    .remedy("write --- with the hyphen key, three times")
                    .replaceBy("---"));
        }
        Matcher key = LOOKS_LIKE_KEY.matcher(file.text());
        if (key.find()) {
            Span line = file.lineAt(key.start(1));
            return List.of(Diagnostic.of(RuleCode.FENCE_MISSING, file.at(line), "the first --- line is missing")
                    .effect("the entry without title and summary")
                    .remedy("put a line with --- before this one")
                    .edit(new Edit(new Span(line.start(), line.start()), "---\n")));
        }
        Matcher late = LATE_FENCE.matcher(file.text());
        if (late.find()) {
            Span signs = new Span(late.start(1), late.end(1));
            return List.of(
                    Diagnostic.of(RuleCode.FENCE_LATE, file.at(signs), "something stands above the first --- line")
                            .effect("the entry without title and summary")
                            .remedy("make --- the very first line of the file, and move what stands above it below"));
        }
        return List.of();
    }

    /** Quotation marks of a word processor round a value are part of it, which nobody means. */
    private static List<Diagnostic> curlyQuotes(SourceFile file, Span span) {
        List<Diagnostic> found = new ArrayList<>();
        Matcher matcher = CURLY_VALUE.matcher(file.text());
        matcher.region(span.start(), span.end());
        while (matcher.find()) {
            Span value = new Span(matcher.start(1), matcher.end(1));
            String inner = matcher.group(1).substring(1, matcher.group(1).length() - 1);
            found.add(Diagnostic.of(
                            RuleCode.CURLY_QUOTES,
                            file.at(value),
                            "curly quotation marks are shown as part of the text")
                    .effect("the marks themselves")
                    .remedy("use straight ones")
                    .replaceBy(YamlMistakes.quoted(inner)));
        }
        return found;
    }

    private static List<Diagnostic> joinedItems(SourceFile file, Span span) {
        List<Diagnostic> found = new ArrayList<>();
        Matcher matcher = JOINED_ITEM.matcher(file.text());
        // a long text may hold a list of Markdown
        boolean list = !LONG_TEXT.matcher(file.slice(span)).find();
        int from = span.start();
        while (list && matcher.region(from, span.end()).find()) {
            from = matcher.start(2);
            Span blanks = new Span(matcher.start(2), matcher.end(2));
            found.add(Diagnostic.of(
                            RuleCode.ITEM_JOINED, file.at(blanks), "this item is read as part of the one above it")
                    .effect("both in one line")
                    .remedy("put its dash exactly below the one above")
                    .replaceBy(matcher.group(1)));
        }
        return found;
    }
}
