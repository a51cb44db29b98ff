package org.practiceplaybook.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.content.value.Keyed;
import org.practiceplaybook.markdown.Url;
import org.practiceplaybook.markdown.parser.QuotationMarks;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Edit;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.source.Span;
import org.practiceplaybook.yaml.Yaml;
import org.practiceplaybook.yaml.YamlMistakes;

/**
 * Reads the fields of a piece of YAML, one by one. What is not understood is noted; at the end {@link #unknown()} tells of
 * keys that the table does not have. One object for one piece, in one thread.
 */
final class FieldReader {
    private static final Pattern RUNS_OF_SPACE = Pattern.compile("\\s+");
    /** What stands behind a value and is taken for a note, though it hardly is one. */
    static final String HASH_WORD = "[ \\t]+(#[\\p{L}\\p{Nd}\\p{Nl}\\p{No}](?:.*\\S)?)\\s*$";

    private static final Pattern HASH = Pattern.compile("\\A" + HASH_WORD);
    private static final Pattern TIGHT_DASH = Pattern.compile("(?m)^([ \\t]*-)(?=[^\\s-])");
    private static final Pattern QUOTES = Pattern.compile("^[\"']|[\"']$");
    private static final Pattern PLURAL = Pattern.compile("(day|week)s$");

    private final SourceFile file;
    private final Yaml.Mapping mapping;
    private final List<Field<?>> table;
    private final QuotationMarks marks;
    private final List<Diagnostic> diagnostics;
    private final Set<String> used = new HashSet<>();
    /** The same piece in another language, or null. */
    private final FieldReader translation;

    FieldReader(
            SourceFile file,
            Yaml.Mapping mapping,
            List<Field<?>> table,
            QuotationMarks marks,
            List<Diagnostic> diagnostics) {
        this(file, mapping, table, marks, diagnostics, null);
    }

    private FieldReader(
            SourceFile file,
            Yaml.Mapping mapping,
            List<Field<?>> table,
            QuotationMarks marks,
            List<Diagnostic> diagnostics,
            FieldReader translation) {
        this.file = file;
        this.mapping = mapping;
        this.table = table;
        this.marks = marks;
        this.diagnostics = diagnostics;
        this.translation = translation;
    }

    /** This piece with what another language says of it: its words where there are any, and these facts. */
    FieldReader in(FieldReader other) {
        return new FieldReader(file, mapping, table, marks, diagnostics, other);
    }

    /** The same once more, telling nobody. */
    FieldReader quiet() {
        return new FieldReader(file, mapping, table, marks, new ArrayList<>(), translation);
    }

    /** The value of a field, in the form that its shape has. */
    <T> T get(Field<T> field) {
        if (!table.contains(field)) {
            throw new IllegalArgumentException("the table has no " + field.key() + " here");
        }
        T own = field.shape().read(this, field);
        return translation == null ? own : translation.over(own, field);
    }

    /** The value of an original with these words. A form in a browser has no use for it, and so it is not compiled for one. */
    private <T> T over(T original, Field<T> field) {
        return field.isTranslated() ? field.shape().translated(original, quiet().get(field), field) : original;
    }

    /** The value of a field as the language says it into which this piece is translated. */
    <T> T said(Field<T> field) {
        return translation == null ? get(field) : translation.quiet().get(field);
    }

    /** The value of a field, and nothing is said of it here: of a translation, the original is asked. */
    void passOver(Field<?> field) {
        entry(field.key());
    }

    /** The text of a field, or nothing; its place where there is one. */
    Located<String> textOf(Field<Optional<Located<String>>> field) {
        return get(field).orElse(new Located<>("", Span.NONE));
    }

    /** A scalar that is there and not empty. */
    Optional<Located<String>> text(Field<?> field, boolean prose) {
        return text(field).map(text -> prose ? text.map(marks::set) : text);
    }

    private Optional<Located<String>> text(Field<?> field) {
        Optional<Yaml> value = filled(field.key());
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Yaml.Text text = scalar(value.get());
        if (text == null) {
            report(notText(field.key(), value.get()));
            return Optional.empty();
        }
        if (value.get() == text) {
            cutAtHash(text);
        } else {
            bracketed(field.key(), value.get(), text);
        }
        return Optional.of(new Located<>(fold(text.value()), text.span()));
    }

    /** The text of a value, also where a template's brackets stand round it; null where it is none. */
    private static Yaml.Text scalar(Yaml value) {
        Yaml one = value instanceof Yaml.Items items && items.values().size() == 1
                ? items.values().get(0)
                : value;
        return one instanceof Yaml.Text text ? text : null;
    }

    /** A text as its writer put it, whether it is understood or not; empty where there is none. */
    String written(Field<?> field) {
        return filled(field.key())
                .map(FieldReader::scalar)
                .map(text -> fold(text.value()))
                .orElse("");
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
            report(Diagnostic.of(RuleCode.HASH, file.at(lost), "what stands behind # is left out")
                    .label("a # after a blank begins a note to yourself")
                    .effect("\"" + fold(text.value()) + "\" and no more")
                    .remedy("put quotation marks round the text")
                    .edit(new Edit(new Span(text.span().start(), lost.end()), YamlMistakes.quoted(whole))));
        }
    }

    /** {@code title: [Title here]}: brackets that a template left. */
    private void bracketed(String key, Yaml items, Yaml.Text only) {
        report(Diagnostic.of(RuleCode.BRACKETS, file.at(items.span()), key + " stands in square brackets")
                .label("brackets make a list")
                .effect("it as it is meant")
                .remedy("take the brackets away")
                .replaceBy(only.plain() ? only.value() : file.slice(only.span())));
    }

    private Diagnostic notText(String key, Yaml value) {
        return Diagnostic.of(RuleCode.NOT_TEXT, file.at(value.span()), key + " must be one line of text")
                .effect("the entry without it")
                .remedy("write it behind the colon: " + key + ": …");
    }

    /** A value that means something; advice where it does not, or where the playbook writes it otherwise. */
    <V> Optional<Located<V>> value(Field<?> field, Shape.Value<V> shape) {
        return text(field).flatMap(text -> understood(field, shape, text));
    }

    /** The same of a text that was read. */
    <V> Optional<Located<V>> understood(Field<?> field, Shape.Value<V> shape, Located<String> text) {
        Optional<V> value = shape.parser().apply(text.value());
        if (value.isEmpty()) {
            report(notUnderstood(text, shape));
        }
        value.ifPresent(meaning -> spelling(field, shape, text.span(), meaning));
        return value.map(meaning -> new Located<>(meaning, text.span()));
    }

    /** The same, and nothing is said of what means nothing: another tool may have written it. */
    <V> Optional<V> quietly(Field<Optional<Located<V>>> field) {
        return field.shape() instanceof Shape.Value<V> shape ? shape.parser().apply(written(field)) : Optional.empty();
    }

    private Diagnostic notUnderstood(Located<String> text, Shape.Value<?> shape) {
        String effect = ofEntry() ? "it as it is written, and nobody finds the entry by it" : withoutTheLine();
        Optional<Misreading> hint = shape.hint().apply(text.value());
        if (hint.isEmpty()) {
            return Diagnostic.of(
                            shape.wrong(),
                            file.at(text.span()),
                            "\"" + text.value() + "\" is not understood as " + shape.meaning())
                    .effect(effect)
                    .remedy("write it like this: " + shape.form());
        }
        Diagnostic advice = Diagnostic.of(
                        hint.get().rule(), file.at(text.span()), hint.get().message())
                .effect(effect)
                .remedy(hint.get().remedy());
        return hint.get().instead().isEmpty() ? advice : advice.meant(hint.get().instead());
    }

    private boolean ofEntry() {
        return file.path().endsWith(".md");
    }

    private String withoutTheLine() {
        return ofEntry() ? "the entry without it" : "the playbook as if this were not written";
    }

    /** Understood, but not as the content model writes it. */
    private <V> void spelling(Field<?> field, Shape.Value<V> shape, Span span, V value) {
        String canonical = shape.canonical().apply(value);
        String written = file.slice(span).replace('–', '-');
        boolean same = canonical.isEmpty()
                || written.equals(canonical)
                || PLURAL.matcher(QUOTES.matcher(written).replaceAll(""))
                        .replaceAll("$1")
                        .equals(PLURAL.matcher(canonical).replaceAll("$1"));
        if (!same) {
            report(Diagnostic.of(
                            shape.spelling(),
                            file.at(span),
                            "the playbook writes this " + field.key() + " as \"" + canonical + "\"")
                    .effect("\"" + canonical + "\"")
                    .replaceBy(canonical));
        }
    }

    /** One of a few words. */
    <E extends Keyed> Optional<E> choice(Field<?> field, Shape.Choice<E> shape) {
        Optional<Located<String>> text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String written =
                text.get().value().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        List<String> names = shape.choices();
        if (names.contains(written)) {
            return Optional.of(shape.values().get(names.indexOf(written)));
        }
        Diagnostic diagnostic = Diagnostic.of(
                        shape.wrong(),
                        file.at(text.get().span()),
                        field.key() + " cannot be \"" + text.get().value() + "\"")
                .effect(withoutTheLine())
                .remedy("write one of: " + String.join(", ", names));
        report(Closest.to(written, names).map(diagnostic::meant).orElse(diagnostic));
        return Optional.empty();
    }

    /** Terms or slugs: a list, or words with commas between. */
    List<Located<String>> words(Field<?> field) {
        String key = field.key();
        Optional<Yaml> value = filled(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof Yaml.Text text) {
            return tightDashes(key, text).orElseGet(() -> split(text));
        }
        return scalars(key, value.get());
    }

    /** {@code -one} on a line of its own is an item to its writer, and a word with a hyphen to the parser. */
    private Optional<List<Located<String>>> tightDashes(String key, Yaml.Text text) {
        if (!text.value().startsWith("-") || text.value().length() < 2) {
            return Optional.empty();
        }
        Span dash = new Span(text.span().start(), text.span().start() + 1);
        String spaced = TIGHT_DASH.matcher(file.slice(text.span())).replaceAll("$1 ");
        report(Diagnostic.of(RuleCode.DASH_SPACE, file.at(dash), "a space is missing after the dash")
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
    List<Located<String>> lines(Field<?> field) {
        String key = field.key();
        Optional<Yaml> value = filled(key);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof Yaml.Text text) {
            Optional<List<Located<String>>> items = tightDashes(key, text);
            if (items.isPresent()) {
                return items.get().stream().map(item -> item.map(marks::set)).toList();
            }
        }
        return scalars(key, value.get());
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
                report(Diagnostic.of(RuleCode.NOT_A_LIST, file.at(one.span()), key + " must be a list of words")
                        .effect("the entry without this part")
                        .remedy("write it like this: " + key + ": [one, two]"));
            }
        }
        return lines;
    }

    /** {@code - Note: bring pens} is a map to the parser and a line to its writer. */
    private Located<String> colonInItem(String key, Yaml.Mapping map, String line) {
        report(Diagnostic.of(RuleCode.COLON_ITEM, file.at(map.span()), "a line of " + key + " has a colon in it")
                .effect("the line as it is meant")
                .remedy("put quotation marks round it")
                .replaceBy(YamlMistakes.quoted(line)));
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
    Optional<FieldReader> part(Field<?> field, Shape.Part shape) {
        String key = field.key();
        Optional<Yaml> value = filled(key);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof Yaml.Mapping mapped) {
            return Optional.of(new FieldReader(file, mapped, shape.fields(), marks, diagnostics));
        }
        report(Diagnostic.of(RuleCode.NOT_FIELDS, file.at(value.get().span()), key + " must have fields of its own")
                .effect("the entry without it")
                .remedy("write each field on its own line below " + key + ", two spaces further in"));
        return Optional.empty();
    }

    /** A list below a key whose items have fields of their own. A bare line is taken as the first of them. */
    List<FieldReader> parts(Field<?> field, Shape.Parts shape) {
        List<FieldReader> parts = new ArrayList<>();
        for (Yaml value : filled(field.key()).map(FieldReader::items).orElse(List.of())) {
            Yaml.Mapping part = null;
            if (value instanceof Yaml.Mapping mapped) {
                part = mapped;
            } else if (value instanceof Yaml.Text text && !text.isEmpty()) {
                String main = shape.fields().get(0).key();
                part = new Yaml.Mapping(List.of(new Yaml.Entry(new Located<>(main, text.span()), text)), text.span());
            }
            if (part != null) {
                parts.add(new FieldReader(file, part, shape.fields(), marks, diagnostics));
            }
        }
        return parts;
    }

    private static List<Yaml> items(Yaml value) {
        return value instanceof Yaml.Items items ? items.values() : List.of(value);
    }

    /** The keys that the writer chose, each with its value; a list of them, with or without values, is understood as well. */
    List<Yaml.Entry> entries(Field<?> field) {
        List<Yaml.Entry> entries = new ArrayList<>();
        for (Yaml one : filled(field.key()).map(FieldReader::items).orElse(List.of())) {
            if (one instanceof Yaml.Mapping map) {
                entries.addAll(map.entries());
            } else {
                scalars(field.key(), one)
                        .forEach(slug -> entries.add(new Yaml.Entry(slug, new Yaml.Text("", slug.span(), false))));
            }
        }
        return entries;
    }

    /** What stands below each of the names that a writer chose; a bare name, too, is one. */
    List<Shape.Named> named(Field<?> field, Shape.ByName shape) {
        List<Shape.Named> named = new ArrayList<>();
        for (Yaml.Entry entry : entries(field)) {
            Yaml.Mapping below = entry.value() instanceof Yaml.Mapping mapped
                    ? mapped
                    : new Yaml.Mapping(List.of(), entry.key().span());
            if (entry.value() instanceof Yaml.Items || entry.value() instanceof Yaml.Text text && !text.isEmpty()) {
                report(Diagnostic.of(
                                RuleCode.NOT_FIELDS,
                                file.at(entry.value().span()),
                                entry.key().value() + " must have fields of its own")
                        .effect(withoutTheLine())
                        .remedy("write them below it, two spaces further in: "
                                + shape.fields().get(0).line("…")));
            }
            named.add(new Shape.Named(entry.key(), new FieldReader(file, below, shape.fields(), marks, diagnostics)));
        }
        return named;
    }

    /** True or false, as the writer put it. */
    Optional<Boolean> flag(Field<?> field, Shape.Flag shape) {
        Optional<Located<String>> text = text(field);
        String word = text.map(Located::value).orElse("").toLowerCase(Locale.ROOT);
        if (text.isPresent() && !shape.choices().contains(word)) {
            report(Diagnostic.of(
                            RuleCode.FLAG_VALUE,
                            file.at(text.get().span()),
                            field.key() + " cannot be \"" + text.get().value() + "\"")
                    .effect(withoutTheLine())
                    .remedy("write one of: " + String.join(", ", shape.choices())));
        }
        return text.filter(written -> shape.choices().contains(word)).map(written -> word.equals("true"));
    }

    /** The terms that an entry names. */
    TermRefs terms() {
        Map<String, List<Located<String>>> terms = new HashMap<>();
        for (Field<?> field : table) {
            if (field.isVocabulary()) {
                terms.put(field.key(), words(field));
            }
        }
        return new TermRefs(terms);
    }

    /** A work with at least a title. */
    Optional<Citation> citation() {
        Optional<Located<String>> title = get(Fields.SOURCE_TITLE);
        Optional<Url> url = get(Fields.URL).flatMap(this::webAddress);
        Citation citation = new Citation(
                title.map(Located::value).or(() -> url.map(Url::value)).orElse(""),
                textOf(Fields.AUTHOR).value(),
                textOf(Fields.YEAR).value(),
                url,
                textOf(Fields.NOTE).value());
        unknown();
        if (citation.title().isEmpty()) {
            report(Diagnostic.of(RuleCode.SOURCE_TITLE, file.at(mapping.span()), "a source has no title")
                    .effect("the entry without this source")
                    .remedy("add a line: " + Fields.SOURCE_TITLE.line("…")));
            return Optional.empty();
        }
        if (citation.author().isEmpty()) {
            boolean bare = title.isPresent() && title.get().span().equals(mapping.span());
            String author = Fields.AUTHOR.line("…");
            report(Diagnostic.of(
                            RuleCode.SOURCE_AUTHOR,
                            file.at(title.map(Located::span).orElse(mapping.span())),
                            "who wrote this source?")
                    .effect("the source, and nobody's name with it")
                    .remedy(
                            bare
                                    ? "write it in two lines: \"- " + Fields.SOURCE_TITLE.line("…")
                                            + "\", and exactly below the word title: \"" + author + "\""
                                    : "add a line below it: " + author));
        }
        return Optional.of(citation);
    }

    private Optional<Url> webAddress(Located<String> text) {
        Url url = Url.of(text.value());
        if (url.kind() == Url.Kind.OUTSIDE) {
            return Optional.of(url);
        }
        if (url.isMeantForWeb()) {
            report(Diagnostic.of(RuleCode.URL_FORM, file.at(text.span()), Url.NOT_OF_WEB)
                    .effect("the source without a link")
                    .remedy(Url.COPY_IT));
            return Optional.empty();
        }
        if (url.kind() == Url.Kind.UNSAFE) {
            report(Diagnostic.of(RuleCode.UNSAFE_LINK, file.at(text.span()), Url.NOT_ALLOWED)
                    .label(Url.ALLOWED_KINDS)
                    .effect("the source without a link")
                    .remedy("link to a page of the web"));
            return Optional.empty();
        }
        Diagnostic advice = Diagnostic.of(RuleCode.URL_FORM, file.at(text.span()), "an address begins with https://")
                .effect("the source without a link");
        report(
                text.value().matches("[\\w-]+(\\.[\\w-]+)+(/.*)?")
                        ? advice.replaceBy("https://" + text.value())
                        : advice);
        return Optional.empty();
    }

    /** Where a key stands, or the whole piece where it does not. */
    Span placeOf(Field<?> field) {
        return mapping.entry(field.key()).map(entry -> entry.key().span()).orElse(mapping.span());
    }

    Span span() {
        return mapping.span();
    }

    boolean has(Field<?> field) {
        return mapping.entry(field.key()).isPresent();
    }

    /** {@code title: #1 rule}: all of it is a note, which is told. */
    boolean hashed(Field<?> field) {
        if (!has(field)) {
            return false;
        }
        String key = field.key();
        Span at = placeOf(field);
        String line = file.text()
                .substring(at.end(), Math.max(at.end(), file.lineAt(at.end()).end()));
        int hash = line.indexOf('#');
        if (hash < 0 || !line.substring(0, hash).matches(":[ \\t]+") || line.startsWith("# ", hash)) {
            return false;
        }
        Span value = new Span(at.end() + hash, at.end() + line.stripTrailing().length());
        report(Diagnostic.of(RuleCode.HASH_START, file.at(value), "the " + key + " begins with #")
                .label("a # begins a note to yourself")
                .effect("the " + (file.path().endsWith(".yml") ? "playbook" : "entry") + " without its " + key)
                .remedy("put quotation marks round the text")
                .replaceBy(YamlMistakes.quoted(file.slice(value))));
        return true;
    }

    void report(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
    }

    SourceFile file() {
        return file;
    }

    /** Advice on keys that the table does not have. To be called when all fields have been read. */
    void unknown() {
        Collection<String> unused = unusedKeys();
        for (Yaml.Entry entry : mapping.entries()) {
            String key = entry.key().value();
            if (used.contains(key)) {
                continue;
            }
            Diagnostic diagnostic = Diagnostic.of(
                            RuleCode.UNKNOWN_KEY,
                            file.at(entry.key().span()),
                            "the playbook has no field called \"" + key + "\"")
                    .effect(withoutTheLine());
            Optional<String> near = Closest.to(key, unused);
            boolean leftOut = Taxonomy.isUsual(key);
            report(near.map(diagnostic::meant)
                    .orElse(diagnostic.remedy(
                            !ofEntry()
                                    ? "take \"" + key + "\" out with its value"
                                            + (unused.isEmpty()
                                                    ? ""
                                                    : ", or write one of: " + String.join(", ", unused))
                                    : leftOut
                                            ? "take the line out, or write a file taxonomy/" + key
                                                    + ".yml with its terms"
                                            : "take the line out, or write it in the text below")));
        }
    }

    private Collection<String> unusedKeys() {
        return table.stream()
                .map(Field::key)
                .filter(name -> mapping.entry(name).isEmpty())
                .toList();
    }

    /** The entry of a key, also where it is written in another case or with another sign between its words. */
    private Optional<Yaml.Entry> entry(String key) {
        Optional<Yaml.Entry> exact = mapping.entry(key);
        if (exact.isPresent()) {
            used.add(key);
            return exact;
        }
        Optional<Yaml.Entry> alike = alike(key);
        alike.filter(entry -> used.add(entry.key().value()))
                .ifPresent(entry -> report(Diagnostic.of(
                                RuleCode.KEY_CASE,
                                file.at(entry.key().span()),
                                "the field is called \"" + key + "\", not \""
                                        + entry.key().value() + "\"")
                        .effect("the entry as it is meant")
                        .replaceBy(key)));
        return alike;
    }

    private Optional<Yaml.Entry> alike(String key) {
        for (Yaml.Entry entry : mapping.entries()) {
            String written = entry.key().value();
            boolean near = Math.abs(written.length() - key.length()) <= 2;
            if (near && normal(written).equals(normal(key))) {
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

    /** The value of a key, where something stands behind it. */
    private Optional<Yaml> filled(String key) {
        return entry(key).map(Yaml.Entry::value).filter(value -> !isEmpty(value));
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
