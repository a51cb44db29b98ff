package org.practiceplaybook.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practiceplaybook.markdown.QuotationMarks;
import org.practiceplaybook.markdown.Url;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.yaml.Yaml;

/**
 * The fields of a piece of YAML, asked for one by one. What is missing or not understood is noted; at the end {@link
 * #unknown()} tells of keys that nobody asked for. One object for one piece, in one thread.
 */
final class Fields {
    private static final Pattern RUNS_OF_SPACE = Pattern.compile("\\s+");
    private static final Set<String> OF_ENTRIES = Set.of("time", "group", "reviewed", "when");
    /** What stands behind a value and is taken for a note, though it hardly is one. */
    static final String HASH_WORD = "[ \\t]+(#[\\p{L}\\p{Nd}\\p{Nl}\\p{No}].*?)\\s*$";

    private static final Pattern HASH = Pattern.compile("\\A" + HASH_WORD);
    private static final Pattern TIGHT_DASH = Pattern.compile("(?m)^([ \\t]*-)(?=[^\\s-])");

    private final SourceFile file;
    private final Yaml.Mapping mapping;
    private final QuotationMarks marks;
    private final List<Diagnostic> diagnostics;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> used = new HashSet<>();
    private final Map<String, Shape> shapes = new LinkedHashMap<>();

    Fields(SourceFile file, Yaml.Mapping mapping, QuotationMarks marks, List<Diagnostic> diagnostics) {
        this.file = file;
        this.mapping = mapping;
        this.marks = marks;
        this.diagnostics = diagnostics;
    }

    /** A scalar that is there and not empty. */
    Optional<Located<String>> text(String key) {
        Optional<Yaml.Entry> entry = entry(key);
        shapes.putIfAbsent(key, new Shape.Text());
        if (entry.isEmpty() || isEmpty(entry.get().value())) {
            return Optional.empty();
        }
        if (entry.get().value() instanceof Yaml.Text text) {
            cutAtHash(text);
            return Optional.of(new Located<>(fold(text.value()), text.span()));
        }
        if (entry.get().value() instanceof Yaml.Items items
                && items.values().size() == 1
                && items.values().get(0) instanceof Yaml.Text only) {
            return bracketed(key, items, only);
        }
        report(notText(key, entry.get().value()));
        return Optional.empty();
    }

    /** {@code title: Rule #1}: YAML takes the rest of the line for a note. */
    private void cutAtHash(Yaml.Text text) {
        Span line = file.lineAt(text.span().end());
        String rest = file.text()
                .substring(text.span().end(), Math.max(line.end(), text.span().end()));
        Matcher cut = HASH.matcher(rest);
        if (text.plain() && cut.find()) {
            Span lost = new Span(text.span().end() + cut.start(1), text.span().end() + cut.end(1));
            String whole = text.value() + cut.group();
            report(Diagnostic.advice("hash", file.at(lost), "what stands behind # is left out")
                    .label("a # after a blank begins a note to yourself")
                    .effect("\"" + fold(text.value()) + "\" and no more")
                    .remedy("put quotation marks round the text")
                    .edit(new Edit(new Span(text.span().start(), lost.end()), quoted(whole))));
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** {@code title: [Title here]}: brackets that a template left. */
    private Optional<Located<String>> bracketed(String key, Yaml.Items items, Yaml.Text only) {
        report(Diagnostic.advice("brackets", file.at(items.span()), key + " stands in square brackets")
                .label("brackets make a list")
                .effect("it as it is meant")
                .remedy("take the brackets away")
                .replaceBy(only.plain() ? only.value() : file.slice(only.span())));
        return Optional.of(new Located<>(fold(only.value()), only.span()));
    }

    private Diagnostic notText(String key, Yaml value) {
        return Diagnostic.advice("not-text", file.at(value.span()), key + " must be one line of text")
                .effect("the entry without it")
                .remedy("write it behind the colon: " + key + ": …");
    }

    /** A scalar that readers read: its quotation marks are set. */
    Optional<Located<String>> prose(String key) {
        return text(key).map(text -> text.map(marks::set));
    }

    String proseOr(String key, String fallback) {
        return prose(key).map(Located::value).orElse(fallback);
    }

    String textOr(String key, String fallback) {
        return text(key).map(Located::value).orElse(fallback);
    }

    /** A value that means something; advice where it does not. */
    <T> Optional<Located<T>> parsed(String key, Function<String, Optional<T>> parser, String form) {
        return parsed(key, parser, form, unknown -> Optional.empty());
    }

    /**
     * A value that means something; advice where it does not.
     *
     * @param hint what is known of a value that is not understood
     */
    <T> Optional<Located<T>> parsed(
            String key, Function<String, Optional<T>> parser, String form, Function<String, Optional<Hint>> hint) {
        return text(key).flatMap(text -> {
            Optional<T> value = parser.apply(text.value());
            if (value.isEmpty()) {
                report(notUnderstood(key, text, form, hint.apply(text.value())));
            }
            return value.map(meaning -> new Located<>(meaning, text.span()));
        });
    }

    private static String meaning(String key) {
        return switch (key) {
            case "time" -> "a time";
            case "group" -> "a number of people";
            case "reviewed", "when" -> "a date";
            case "language" -> "a language";
            case "email" -> "an e-mail address";
            default -> "a number";
        };
    }

    private Diagnostic notUnderstood(String key, Located<String> text, String form, Optional<Hint> hint) {
        String effect = OF_ENTRIES.contains(key)
                ? "it as it is written, and nobody finds the entry by it"
                : "the playbook as if this line were not there";
        if (hint.isEmpty()) {
            return Diagnostic.advice(
                            key + "-form",
                            file.at(text.span()),
                            "\"" + text.value() + "\" is not understood as " + meaning(key))
                    .effect(effect)
                    .remedy("write it like this: " + form);
        }
        Diagnostic advice = Diagnostic.advice(
                        hint.get().code(), file.at(text.span()), hint.get().message())
                .effect(effect)
                .remedy(hint.get().remedy());
        return hint.get().instead().isEmpty()
                ? advice
                : advice.label("did you mean \"" + hint.get().instead() + "\"?")
                        .replaceBy(hint.get().instead());
    }

    /** One of a few words. */
    <E extends Enum<E>> Optional<E> choice(String key, E[] choices, Function<E, String> name) {
        shapes.put(key, new Shape.Choice(Stream.of(choices).map(name).toList()));
        Optional<Located<String>> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String written =
                text.get().value().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        List<String> names = new ArrayList<>();
        for (E choice : choices) {
            if (name.apply(choice).equals(written)) {
                return Optional.of(choice);
            }
            names.add(name.apply(choice));
        }
        Diagnostic diagnostic = Diagnostic.advice(
                        key + "-value",
                        file.at(text.get().span()),
                        key + " cannot be \"" + text.get().value() + "\"")
                .effect("the entry without it")
                .remedy("write one of: " + String.join(", ", names));
        report(Closest.to(written, names)
                .map(near -> diagnostic.label("did you mean \"" + near + "\"?").replaceBy(near))
                .orElse(diagnostic));
        return Optional.empty();
    }

    /** Terms or slugs: a list, or words with commas between. */
    List<Located<String>> words(String key) {
        shapes.put(key, new Shape.Names());
        Optional<Yaml.Entry> entry = entry(key);
        if (entry.isEmpty() || isEmpty(entry.get().value())) {
            return List.of();
        }
        if (entry.get().value() instanceof Yaml.Text text) {
            return tightDashes(key, text).orElseGet(() -> split(text));
        }
        return scalars(key, entry.get().value());
    }

    /** {@code -one} on a line of its own is an item to its writer, and a word with a hyphen to the parser. */
    private Optional<List<Located<String>>> tightDashes(String key, Yaml.Text text) {
        if (!text.value().startsWith("-") || text.value().length() < 2) {
            return Optional.empty();
        }
        Span dash = new Span(text.span().start(), text.span().start() + 1);
        String spaced = TIGHT_DASH.matcher(file.slice(text.span())).replaceAll("$1 ");
        report(Diagnostic.advice("dash-space", file.at(dash), "a space is missing after the dash")
                .label("a dash and a space begin an item of a list")
                .effect(key + " as it is meant")
                .remedy("put a space after each dash")
                .edit(new Edit(text.span(), spaced)));
        List<Located<String>> items = new ArrayList<>();
        int at = text.span().start();
        for (String line : file.slice(text.span()).split("\n", -1)) {
            String item = line.strip().replaceFirst("^-", "").strip();
            int lead = line.indexOf(item);
            if (!item.isEmpty()) {
                items.add(new Located<>(fold(item), new Span(at + lead, at + lead + item.length())));
            }
            at += line.length() + 1;
        }
        return Optional.of(items);
    }

    /** Free text: a list, or one line, never split at its commas. */
    List<Located<String>> lines(String key) {
        shapes.put(key, new Shape.Lines());
        Optional<Yaml.Entry> entry = entry(key);
        if (entry.isEmpty() || isEmpty(entry.get().value())) {
            return List.of();
        }
        if (entry.get().value() instanceof Yaml.Text text) {
            Optional<List<Located<String>>> items = tightDashes(key, text);
            if (items.isPresent()) {
                return items.get().stream().map(item -> item.map(marks::set)).toList();
            }
        }
        return scalars(key, entry.get().value());
    }

    private List<Located<String>> scalars(String key, Yaml value) {
        List<Located<String>> lines = new ArrayList<>();
        List<Yaml> values = value instanceof Yaml.Items items ? items.values() : List.of(value);
        for (Yaml one : values) {
            if (one instanceof Yaml.Text text) {
                if (!text.isEmpty()) {
                    lines.add(new Located<>(marks.set(fold(text.value())), text.span()));
                }
            } else if (one instanceof Yaml.Mapping map
                    && map.entries().size() == 1
                    && map.entries().get(0).value() instanceof Yaml.Text words) {
                lines.add(colonInItem(key, map, map.entries().get(0).key().value() + ": " + words.value()));
            } else {
                report(Diagnostic.advice("not-a-list", file.at(one.span()), key + " must be a list of words")
                        .effect("the entry without this part")
                        .remedy("write it like this: " + key + ": [one, two]"));
            }
        }
        return lines;
    }

    /** {@code - Note: bring pens} is a map to the parser and a line to its writer. */
    private Located<String> colonInItem(String key, Yaml.Mapping map, String line) {
        report(Diagnostic.advice("colon-item", file.at(map.span()), "a line of " + key + " has a colon in it")
                .effect("the line as it is meant")
                .remedy("put quotation marks round it")
                .replaceBy(quoted(line)));
        return new Located<>(marks.set(fold(line)), map.span());
    }

    private static List<Located<String>> split(Yaml.Text text) {
        List<Located<String>> words = new ArrayList<>();
        int at = 0;
        for (String piece : text.value().split(",", -1)) {
            String word = piece.strip();
            int lead = piece.length() - piece.stripLeading().length();
            if (!word.isEmpty()) {
                int from = text.span().start() + at + lead;
                words.add(new Located<>(word, text.plain() ? new Span(from, from + word.length()) : text.span()));
            }
            at += piece.length() + 1;
        }
        return words;
    }

    /** A piece of YAML below a key. */
    Optional<Fields> part(String key) {
        Optional<Yaml.Entry> entry = entry(key);
        if (entry.isEmpty() || isEmpty(entry.get().value())) {
            return Optional.empty();
        }
        if (entry.get().value() instanceof Yaml.Mapping mapped) {
            Fields part = new Fields(file, mapped, marks, diagnostics);
            shapes.put(key, new Shape.Part(part.shapes()));
            return Optional.of(part);
        }
        report(Diagnostic.advice(
                        "not-fields", file.at(entry.get().value().span()), key + " must have fields of its own")
                .effect("the entry without it")
                .remedy("write each field on its own line below " + key + ", two spaces further in"));
        return Optional.empty();
    }

    /** A list below a key whose items have fields of their own. A bare line is taken as the field {@code main}. */
    List<Fields> parts(String key, String main) {
        Optional<Yaml.Entry> entry = entry(key);
        if (entry.isEmpty() || isEmpty(entry.get().value())) {
            return List.of();
        }
        List<Fields> parts = new ArrayList<>();
        List<Yaml> values = entry.get().value() instanceof Yaml.Items items
                ? items.values()
                : List.of(entry.get().value());
        for (Yaml value : values) {
            if (value instanceof Yaml.Mapping mapped) {
                Fields part = new Fields(file, mapped, marks, diagnostics);
                shapes.put(key, new Shape.Parts(main, part.shapes()));
                parts.add(part);
            } else if (value instanceof Yaml.Text text && !text.isEmpty()) {
                Yaml.Entry only = new Yaml.Entry(new Located<>(main, text.span()), text);
                parts.add(new Fields(file, new Yaml.Mapping(List.of(only), text.span()), marks, diagnostics));
            }
        }
        return parts;
    }

    /** The keys that the writer chose, each with its value as text. */
    List<Yaml.Entry> entries(String key) {
        shapes.put(key, new Shape.Reasons());
        Optional<Yaml.Entry> entry = entry(key);
        if (entry.isEmpty() || isEmpty(entry.get().value())) {
            return List.of();
        }
        // a list of slugs, with or without reasons, is understood as well
        List<Yaml.Entry> entries = new ArrayList<>();
        for (Yaml one : entry.get().value() instanceof Yaml.Items items
                ? items.values()
                : List.of(entry.get().value())) {
            if (one instanceof Yaml.Mapping map) {
                entries.addAll(map.entries());
            } else {
                scalars(key, one)
                        .forEach(slug -> entries.add(new Yaml.Entry(slug, new Yaml.Text("", slug.span(), false))));
            }
        }
        return entries;
    }

    /** The terms that an entry names. */
    TermRefs terms() {
        return new TermRefs(words("challenges"), words("roles"), words("phases"), words("leverage"));
    }

    List<Citation> citations(String key) {
        return parts(key, "title").stream()
                .map(Fields::citation)
                .flatMap(Optional::stream)
                .toList();
    }

    /** A work with at least a title. */
    Optional<Citation> citation() {
        Optional<Located<String>> title = prose("title");
        Optional<Url> url = text("url").flatMap(this::webAddress);
        Citation citation = new Citation(
                title.map(Located::value).or(() -> url.map(Url::value)).orElse(""),
                proseOr("author", ""),
                textOr("year", ""),
                url,
                proseOr("note", ""));
        unknown();
        if (citation.title().isEmpty()) {
            report(Diagnostic.advice("source-title", file.at(mapping.span()), "a source has no title")
                    .effect("the entry without this source")
                    .remedy("add a line: title: …"));
            return Optional.empty();
        }
        if (citation.author().isEmpty()) {
            boolean bare = title.isPresent() && title.get().span().equals(mapping.span());
            report(Diagnostic.advice(
                            "source-author",
                            file.at(title.map(Located::span).orElse(mapping.span())),
                            "who wrote this source?")
                    .effect("the source, and nobody's name with it")
                    .remedy(
                            bare
                                    ? "write it in two lines: \"- title: …\", and exactly below the word title: \"author: …\""
                                    : "add a line below it: author: …"));
        }
        return Optional.of(citation);
    }

    private Optional<Url> webAddress(Located<String> text) {
        Url url = Url.of(text.value());
        if (url.kind() == Url.Kind.OUTSIDE) {
            return Optional.of(url);
        }
        if (url.kind() == Url.Kind.UNSAFE) {
            report(Diagnostic.error("unsafe-link", file.at(text.span()), "this kind of address is not allowed")
                    .label("only https, http, mailto and tel")
                    .effect("the source without a link")
                    .remedy("link to a page of the web"));
            return Optional.empty();
        }
        Diagnostic advice = Diagnostic.advice("url-form", file.at(text.span()), "an address begins with https://")
                .effect("the source without a link");
        report(
                text.value().matches("[\\w-]+(\\.[\\w-]+)+(/.*)?")
                        ? advice.replaceBy("https://" + text.value())
                        : advice);
        return Optional.empty();
    }

    /** The keys that were asked for, in that order. */
    List<String> known() {
        return List.copyOf(known);
    }

    /** What each key may hold, as it was asked for. Of fields within fields only those of a value that is there are known. */
    Map<String, Shape> shapes() {
        return Collections.unmodifiableMap(shapes);
    }

    /** Where a key stands, or the whole piece where it does not. */
    Span placeOf(String key) {
        return mapping.entry(key).map(entry -> entry.key().span()).orElse(mapping.span());
    }

    Span span() {
        return mapping.span();
    }

    boolean has(String key) {
        return mapping.entry(key).isPresent();
    }

    void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    SourceFile file() {
        return file;
    }

    /** Advice on keys that nobody asked for. To be called when all fields have been. */
    void unknown() {
        for (Yaml.Entry entry : mapping.entries()) {
            String key = entry.key().value();
            if (used.contains(key)) {
                continue;
            }
            Diagnostic diagnostic = Diagnostic.advice(
                            "unknown-key",
                            file.at(entry.key().span()),
                            "the playbook has no field called \"" + key + "\"")
                    .effect("the entry without it");
            Optional<String> near = Closest.to(key, unusedKeys());
            report(near.map(name ->
                            diagnostic.label("did you mean \"" + name + "\"?").replaceBy(name))
                    .orElse(diagnostic.remedy(
                            file.path().endsWith(".md")
                                    ? "take the line out, or write it in the text below"
                                    : "take the line out")));
        }
    }

    private Collection<String> unusedKeys() {
        return known.stream().filter(name -> mapping.entry(name).isEmpty()).toList();
    }

    /** The entry of a key, also where it is written in another case or with another sign between its words. */
    private Optional<Yaml.Entry> entry(String key) {
        known.add(key);
        Optional<Yaml.Entry> exact = mapping.entry(key);
        if (exact.isPresent()) {
            used.add(key);
            return exact;
        }
        Optional<Yaml.Entry> alike = used.size() == mapping.entries().size() ? Optional.empty() : alike(key);
        alike.ifPresent(entry -> {
            used.add(entry.key().value());
            report(Diagnostic.advice(
                            "key-case",
                            file.at(entry.key().span()),
                            "the field is called \"" + key + "\", not \""
                                    + entry.key().value() + "\"")
                    .effect("the entry as it is meant")
                    .replaceBy(key));
        });
        return alike;
    }

    private Optional<Yaml.Entry> alike(String key) {
        for (Yaml.Entry entry : mapping.entries()) {
            String written = entry.key().value();
            boolean near = Math.abs(written.length() - key.length()) <= 2;
            if (near && !used.contains(written) && normal(written).equals(normal(key))) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    private static String normal(String key) {
        return key.strip()
                .toLowerCase(Locale.ROOT)
                .replace("-", "")
                .replace("_", "")
                .replace(" ", "");
    }

    private static boolean isEmpty(Yaml value) {
        return value instanceof Yaml.Text text && text.isEmpty()
                || value instanceof Yaml.Items items && items.values().isEmpty();
    }

    /** Line ends and runs of blanks within a value are one blank. */
    static String fold(String text) {
        String stripped = text.strip();
        boolean folded = true;
        for (int i = 0; i < stripped.length() && folded; i++) {
            char c = stripped.charAt(i);
            folded = !Character.isWhitespace(c) || c == ' ' && stripped.charAt(i + 1) != ' ';
        }
        return folded ? stripped : RUNS_OF_SPACE.matcher(stripped).replaceAll(" ");
    }
}
