package org.practiceplaybook.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.practiceplaybook.content.Content;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Field;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.GlossaryEntry;
import org.practiceplaybook.content.PlaybookSettings;
import org.practiceplaybook.content.RawFields;
import org.practiceplaybook.content.Shape;
import org.practiceplaybook.content.Term;
import org.practiceplaybook.content.asset.ContentAsset;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Frame;
import org.practiceplaybook.page.PageView;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.page.TextRenderer;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.SourceFile;
import org.practiceplaybook.theme.Words;

/**
 * What changed between two states of a playbook, for those who decide on it. The page stands beside the site of the present
 * state, which lies in {@value #SITE}; files that only the former state had lie in {@value #BEFORE}.
 */
public final class ChangesPage {
    public static final String SITE = "site/";
    public static final String BEFORE = "before/";
    private static final String PATH = "index.html";

    private final Comparison comparison;
    private final Edition before;
    private final Edition after;
    private final Since since;
    private final Words words;
    private final Set<String> present;
    private final Map<String, ContentAsset> former = new TreeMap<>();
    private int changes;

    private ChangesPage(Comparison comparison, Edition before, Edition after, Set<String> present, Since since) {
        this.comparison = comparison;
        this.before = before;
        this.after = after;
        this.since = since;
        this.words = after.words();
        this.present = present;
        Set<String> changed = comparison.files().stream()
                .map(change -> change.latest().path())
                .collect(Collectors.toSet());
        Set<String> kept = after.library().files().stream()
                .map(ContentAsset::path)
                .filter(path -> !changed.contains(path))
                .collect(Collectors.toSet());
        for (ContentAsset file : before.library().files()) {
            if (!kept.contains(file.path())) {
                former.put(after.addresses().asset(file.path()), file);
            }
        }
    }

    /**
     * What the present state is compared with.
     *
     * @param revision as its user named it
     * @param commit its short name
     */
    public record Since(String revision, String commit) {}

    /**
     * The page.
     *
     * @param counts how much of what changed, in words
     * @param brought how many findings the change brings, in words, or empty
     * @param several is there more than one change to list?
     * @param mended how many earlier findings are gone, in words, or empty
     */
    record View(
            Frame frame,
            String intro,
            List<String> counts,
            String brought,
            boolean several,
            String mended,
            List<FindingView> findings,
            String moreFindings,
            List<GroupView> groups,
            List<FileView> files)
            implements PageView {}

    /** A finding that there was none of before. */
    record FindingView(
            boolean error, String message, String place, Optional<SaidView> effect, Optional<SaidView> remedy) {}

    /** What the check says in English, and what stands before and behind it in the page's language. */
    record SaidView(String before, String english, String after) {}

    /** Changes of one kind of things. */
    record GroupView(String key, String title, List<ChangeView> changes) {}

    /**
     * A change.
     *
     * @param kind key of what happened
     * @param kindText the same in words
     * @param file path of the file, with the former one where it was another
     * @param open path of its page in the site, or empty
     * @param fields what stands in the front matter and is not as it was
     * @param text the former and the present text, stretch by stretch; empty where it did not change
     * @param amount how many words are new and gone, or that nothing shows
     */
    record ChangeView(
            String id,
            String kind,
            String kindText,
            String title,
            String file,
            String open,
            List<FieldView> fields,
            List<StretchView> text,
            String amount) {}

    /**
     * A stretch of a text.
     *
     * @param before absent where nothing is gone
     * @param after absent where nothing is new
     * @param same how much is as before, in words; empty where it differs, or is the heading of what differs
     * @param differs is it another text than before?
     */
    record StretchView(Optional<Html> before, Optional<Html> after, String same, boolean differs) {}

    /** A field and its values. */
    record FieldView(String label, Html before, Html after) {}

    /**
     * An image or download.
     *
     * @param before path of the former image, or empty
     * @param after path of the present image, or empty
     */
    record FileView(String kind, String kindText, String path, String before, String after) {}

    private static final int MOST_FINDINGS = 100;

    /**
     * The page and the files that only it needs, by path from the folder it stands in.
     *
     * @param present the paths of the site as it would be
     */
    public static List<SiteFile> sheets(
            Comparison comparison,
            Edition before,
            Edition after,
            Set<String> present,
            Since since,
            Function<ContentAsset, byte[]> bytes) {
        ChangesPage page = new ChangesPage(comparison, before, after, present, since);
        List<SiteFile> sheets = new ArrayList<>();
        sheets.add(new SiteFile(PATH, () -> {
            View view = page.view();
            return after.render("changes", view.frame(), view);
        }));
        page.former.forEach((path, file) -> sheets.add(new SiteFile(BEFORE + path, () -> bytes.apply(file))));
        return sheets;
    }

    private View view() {
        List<GroupView> groups = new ArrayList<>();
        add(groups, "practices", entries(comparison.practices()));
        add(groups, "attempts", entries(comparison.attempts()));
        add(groups, "pathways", entries(comparison.pathways()));
        add(groups, "pages", entries(comparison.pages()));
        add(groups, "terms", comparison.terms().stream().map(this::term).toList());
        add(groups, "glossary", comparison.glossary().stream().map(this::word).toList());
        add(
                groups,
                "translations",
                comparison.translations().stream().map(this::translation).toList());
        add(
                groups,
                "settings",
                comparison.settings().stream().map(this::settings).toList());
        String title = words.get("changes.title");
        return new View(
                after.frameOutside(SITE, title, "", "changes"),
                words.get("changes.intro", since.revision(), since.commit()),
                counts(comparison, words),
                brought(),
                groups.stream().mapToInt(group -> group.changes().size()).sum() > 1,
                comparison.mended() == 0 ? "" : words.count("changes.mended", comparison.mended()),
                comparison.brought().stream()
                        .limit(MOST_FINDINGS)
                        .map(this::finding)
                        .toList(),
                comparison.brought().size() > MOST_FINDINGS
                        ? words.count(
                                "changes.moreFindings", comparison.brought().size() - MOST_FINDINGS)
                        : "",
                groups,
                comparison.files().stream().map(this::file).toList());
    }

    /** How many errors and pieces of advice the change brings, in words; empty where it brings none. */
    private String brought() {
        int errors =
                (int) comparison.brought().stream().filter(Diagnostic::isError).count();
        int advice = comparison.brought().size() - errors;
        return Stream.of(Map.entry("changes.errors", errors), Map.entry("changes.advised", advice))
                .filter(count -> count.getValue() > 0)
                .map(count -> words.count(count.getKey(), count.getValue()))
                .collect(Collectors.joining(words.get("list.separator")));
    }

    private void add(List<GroupView> groups, String key, List<ChangeView> views) {
        if (!views.isEmpty()) {
            groups.add(new GroupView(key, words.get("changes.group." + key), views));
        }
    }

    /** How many things of each kind were added, changed, renamed, removed, in words. */
    static List<String> counts(Comparison comparison, Words words) {
        List<String> counts = new ArrayList<>();
        Map<String, List<? extends Change<?>>> kinds = new HashMap<>(Map.of(
                "practices", comparison.practices(),
                "attempts", comparison.attempts(),
                "pathways", comparison.pathways(),
                "pages", comparison.pages(),
                "terms", comparison.terms(),
                "glossary", comparison.glossary(),
                "translations", comparison.translations(),
                "files", comparison.files()));
        for (String key :
                List.of("practices", "attempts", "pathways", "pages", "terms", "glossary", "translations", "files")) {
            for (Change.Kind kind : Change.Kind.values()) {
                long number = kinds.get(key).stream()
                        .filter(change -> change.kind() == kind)
                        .count();
                if (number > 0) {
                    counts.add(words.count("changes.count." + key, (int) number, kindText(kind, words)));
                }
            }
        }
        comparison.settings().ifPresent(unused -> counts.add(words.get("changes.count.settings")));
        return counts;
    }

    static String kindText(Change.Kind kind, Words words) {
        return words.get("changes.kind." + key(kind));
    }

    private static String key(Change.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private FindingView finding(Diagnostic diagnostic) {
        String file = diagnostic.place().file().path();
        return new FindingView(
                diagnostic.isError(),
                message(diagnostic),
                diagnostic.place().isWhole()
                        ? file
                        : file + ":" + diagnostic.place().start().line(),
                said("changes.effect", diagnostic.effect()),
                said("changes.remedy", diagnostic.remedy()));
    }

    private Optional<SaidView> said(String key, String english) {
        String[] around = words.get(key).split("\\{0}", 2);
        return english.isEmpty() ? Optional.empty() : Optional.of(new SaidView(around[0], english, around[1]));
    }

    /** What is wrong and, where one is near, what was meant. */
    static String message(Diagnostic diagnostic) {
        return diagnostic.label().isEmpty()
                ? diagnostic.message()
                : diagnostic.message() + " (" + diagnostic.label() + ")";
    }

    private List<ChangeView> entries(List<Change<Entry>> list) {
        return list.stream().map(this::entry).toList();
    }

    private ChangeView entry(Change<Entry> change) {
        Optional<Html> old = change.before().map(entry -> text(before, entry, this::formerWay));
        Optional<Html> now = change.after().map(entry -> text(after, entry, path -> SITE + path));
        String path = change.after().map(after.addresses()::of).orElse("");
        String file = change.before()
                .map(entry -> entry.file().path())
                .filter(former -> !former.equals(change.latest().file().path()))
                .map(former -> words.get(
                        "changes.fromTo", former, change.latest().file().path()))
                .orElse(change.latest().file().path());
        return view(
                change,
                change.latest().title().value(),
                file,
                present.contains(path) ? Addresses.url(path) : "",
                fields(
                        change.before()
                                .map(entry -> values(before, RawFields.frontMatter(entry.file())))
                                .orElse(Map.of()),
                        change.after()
                                .map(entry -> values(after, RawFields.frontMatter(entry.file())))
                                .orElse(Map.of())),
                old,
                now);
    }

    private static Html text(Edition edition, Entry entry, UnaryOperator<String> way) {
        StringBuilder body = new StringBuilder();
        entry.body().parts().forEach(part -> body.append(part.marked()));
        return TextRenderer.outside(edition, entry, way).html(body.toString());
    }

    /** Of the former state there are no pages: links lead to those of the present, where they are there still. */
    private String formerWay(String path) {
        if (former.containsKey(path)) {
            return BEFORE + path;
        }
        return present.contains(path) || path.startsWith(after.addresses().asset("")) ? SITE + path : "";
    }

    private ChangeView term(Change<Term> change) {
        return view(
                change,
                change.latest().name(),
                change.latest().taxonomy().file(),
                change.after()
                        .map(term -> Addresses.url(after.addresses().of(term)))
                        .orElse(""),
                fields(
                        change.before().map(term -> writtenOf(before, term)).orElse(Map.of()),
                        change.after().map(term -> writtenOf(after, term)).orElse(Map.of())),
                Optional.empty(),
                Optional.empty());
    }

    private Map<String, String> writtenOf(Edition edition, Term term) {
        return values(edition, RawFields.terms(term.place().file()).getOrDefault(term.slug(), Map.of()));
    }

    private ChangeView word(Change<GlossaryEntry> change) {
        return view(
                change,
                change.latest().term().value(),
                change.latest().file().path(),
                change.after()
                        .map(word -> after.addresses().glossary() + "#"
                                + Addresses.url(Addresses.anchor(word.term().value())))
                        .orElse(""),
                fields(
                        change.before().map(word -> writtenOf(before, word)).orElse(Map.of()),
                        change.after().map(word -> writtenOf(after, word)).orElse(Map.of())),
                Optional.empty(),
                Optional.empty());
    }

    private Map<String, String> writtenOf(Edition edition, GlossaryEntry word) {
        return values(
                edition, RawFields.terms(word.file()).getOrDefault(word.term().value(), Map.of()));
    }

    private ChangeView settings(Change<PlaybookSettings> change) {
        return view(
                change,
                words.get("changes.settings"),
                PlaybookSettings.FILE,
                after.addresses().home(),
                fields(
                        values(
                                before,
                                RawFields.all(change.before().orElseThrow().file())),
                        values(after, RawFields.all(change.latest().file()))),
                Optional.empty(),
                Optional.empty());
    }

    private ChangeView translation(Change<Content.Translation> change) {
        Content.Translation latest = change.latest();
        String page = after.library()
                .entries()
                .filter(entry -> entry.file().path().equals(latest.original()))
                .map(entry -> latest.language() + "/" + after.addresses().of(entry))
                .filter(present::contains)
                .findFirst()
                .orElse("");
        return view(
                change,
                latest.entry().map(entry -> entry.title().value()).orElse(latest.original()),
                latest.file().path(),
                Addresses.url(page),
                fields(
                        change.before().map(one -> written(before, one)).orElse(Map.of()),
                        change.after().map(one -> written(after, one)).orElse(Map.of())),
                change.before().flatMap(Content.Translation::entry).map(entry -> text(before, entry, this::formerWay)),
                change.after()
                        .flatMap(Content.Translation::entry)
                        .map(entry -> text(after, entry, path -> SITE + path)));
    }

    private static Map<String, String> written(Edition edition, Content.Translation translation) {
        SourceFile file = translation.file();
        return values(edition, translation.entry().isPresent() ? RawFields.frontMatter(file) : RawFields.all(file));
    }

    private FileView file(Change<ContentAsset> change) {
        String path = after.addresses().asset(change.latest().path());
        boolean shownBefore = change.before().isPresent() && former.containsKey(path);
        boolean shownAfter = after.library().files().stream()
                .anyMatch(file -> after.addresses().asset(file.path()).equals(path));
        boolean image = change.latest().path().matches("(?i).*\\.(png|jpe?g|gif|webp|svg|avif)");
        return new FileView(
                key(change.kind()),
                kindText(change.kind(), words),
                change.latest().path(),
                image && shownBefore ? BEFORE + Addresses.url(path) : "",
                image && shownAfter ? SITE + Addresses.url(path) : "");
    }

    private ChangeView view(
            Change<?> change,
            String title,
            String file,
            String open,
            List<FieldView> fields,
            Optional<Html> old,
            Optional<Html> now) {
        List<StretchView> text = List.of();
        String amount = "";
        if (old.isPresent() && now.isPresent()) {
            boolean same = old.get().equals(now.get());
            BlockDiff diff = BlockDiff.of(old.get(), now.get());
            text = same
                    ? List.of()
                    : diff.stretches().stream().map(this::stretch).toList();
            amount = amount(diff, same, fields.isEmpty());
        } else if (old.or(() -> now).filter(one -> !one.toString().isBlank()).isPresent()) {
            text = List.of(new StretchView(old.map(WordDiff::quoted), now.map(WordDiff::quoted), "", true));
        }
        return new ChangeView(
                "change-" + ++changes,
                key(change.kind()),
                kindText(change.kind(), words),
                title,
                file,
                open,
                fields,
                text,
                amount);
    }

    private StretchView stretch(BlockDiff.Stretch stretch) {
        return new StretchView(
                stretch.before(),
                stretch.after(),
                stretch.same() == 0 || stretch.heading() ? "" : words.count("changes.same", stretch.same()),
                stretch.same() == 0);
    }

    private String amount(BlockDiff diff, boolean same, boolean noFields) {
        if (same) {
            return noFields ? words.get("changes.nothingShows") : "";
        }
        return words.count("changes.added", diff.added())
                + words.get("list.separator")
                + words.count("changes.removed", diff.removed());
    }

    private List<FieldView> fields(Map<String, String> old, Map<String, String> now) {
        List<String> keys = new ArrayList<>(now.keySet());
        old.keySet().stream().filter(key -> !now.containsKey(key)).forEach(keys::add);
        keys.sort(null);
        keys.sort((one, other) -> Integer.compare(rank(one), rank(other)));
        List<FieldView> fields = new ArrayList<>();
        for (String key : keys) {
            String left = old.getOrDefault(key, "");
            String right = now.getOrDefault(key, "");
            if (!left.equals(right)) {
                boolean both = !left.isEmpty() && !right.isEmpty();
                WordDiff diff = both ? WordDiff.of(Html.text(left), Html.text(right)) : null;
                fields.add(new FieldView(
                        label(key), both ? diff.before() : Html.text(left), both ? diff.after() : Html.text(right)));
            }
        }
        return fields;
    }

    private static final List<String> FIRST = Stream.of(
                    Fields.TITLE, Fields.NAME, Fields.SUMMARY, Fields.DEFINITION, Fields.MEANS, Fields.LESSON)
            .map(Field::key)
            .toList();

    private static int rank(String key) {
        int rank = FIRST.indexOf(key);
        return rank < 0 ? FIRST.size() : rank;
    }

    /** What a field is called for a reader, by the program or by the playbook; any other is called as it is. */
    private String label(String key) {
        String word = "changes.field." + key;
        return words.keys().contains(word)
                ? words.get(word)
                : after.library().model().ofEntries().values().stream()
                        .flatMap(List::stream)
                        .filter(field -> field.key().equals(key))
                        .map(Field::said)
                        .filter(said -> !said.isEmpty())
                        .findFirst()
                        .orElse(key);
    }

    /** The values of each key in plain words: names instead of the short names of terms and practices. */
    private static Map<String, String> values(Edition edition, Map<String, List<String>> written) {
        Map<String, String> values = new TreeMap<>();
        written.forEach((key, texts) -> values.put(
                key, texts.stream().map(text -> value(edition, key, text)).collect(Collectors.joining(" · "))));
        return values;
    }

    private static String value(Edition edition, String key, String text) {
        Shape<?> shape = edition.library().model().ofEntries().values().stream()
                .flatMap(List::stream)
                .filter(field -> field.key().equals(key))
                .findFirst()
                .<Shape<?>>map(Field::shape)
                .orElse(new Shape.Lines());
        String reason = shape instanceof Shape.Reasons ? ": " : "";
        String name = text;
        if (shape instanceof Shape.Parts parts && parts.fields().contains(Fields.STEP_PRACTICE)) {
            shape = Fields.STEP_PRACTICE.shape();
            reason = "; " + Fields.WHY.line("");
            name = text.replaceFirst("^" + Fields.STEP_PRACTICE.line(""), "");
        }
        int end = reason.isEmpty() ? -1 : name.indexOf(reason);
        return end < 0
                ? named(edition, shape.names(), name)
                : named(edition, shape.names(), name.substring(0, end)) + ": " + name.substring(end + reason.length());
    }

    private static String named(Edition edition, String names, String slug) {
        return switch (names) {
            case "", "attempt" -> slug;
            case "practice" -> title(edition, slug);
            default ->
                edition.library().terms().entrySet().stream()
                        .filter(terms ->
                                names.equals("term") || terms.getKey().key().equals(names))
                        .flatMap(terms -> Optional.ofNullable(terms.getValue().get(slug)).stream())
                        .findFirst()
                        .map(Term::name)
                        .orElse(slug);
        };
    }

    private static String title(Edition edition, String slug) {
        return edition.library()
                .practice(slug)
                .map(practice -> practice.title())
                .map(Located::value)
                .orElse(slug);
    }
}
