package org.practiceplaybook.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.FieldValues;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.value.LanguageTag;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.library.Tongues;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Frame;
import org.practiceplaybook.page.LinkView;
import org.practiceplaybook.page.Output;
import org.practiceplaybook.page.PageView;
import org.practiceplaybook.page.SiteFile;

/** What waits for somebody to translate it: for those who keep an edition that is not the original. */
public final class TranslationPages implements Output {
    /**
     * The page.
     *
     * @param missing what nobody has translated
     * @param old what has changed since it was translated
     */
    record View(Frame frame, int done, int all, List<PartView> missing, List<PartView> old) implements PageView {}

    /**
     * Entries of a kind.
     *
     * @param key of their list: {@code practices}
     */
    record PartView(String key, String title, List<EntryView> entries) {}

    /**
     * An entry.
     *
     * @param file that is to be written or brought up to date, below the content folder
     * @param changed what has changed since it was translated: names of fields, headings of sections
     */
    record EntryView(LinkView link, String file, List<String> changed) {}

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        String path = edition.addresses().translations();
        if (edition.has(path)) {
            sheets.accept(edition.unlisted(path, "to-translate", () -> view(edition, path))
                    .tool());
        }
    }

    private static View view(Edition edition, String path) {
        Frame frame = edition.frameBelowHome(path, "translations", "list", "").notIndexed();
        Tongues tongues = edition.library().tongues();
        List<Entry> all = entries(edition.library()).toList();
        List<Entry> missing = missing(edition.library());
        List<Entry> old =
                all.stream().filter(entry -> tongues.isOld(entry.file())).toList();
        return new View(frame, all.size() - missing.size(), all.size(), parts(edition, missing), parts(edition, old));
    }

    /** What nobody has translated yet. */
    static List<Entry> missing(Library library) {
        return entries(library)
                .filter(entry -> library.tongues().isForeign(entry.file()))
                .toList();
    }

    /** What is no longer done nobody needs to translate. */
    private static Stream<Entry> entries(Library library) {
        return library.entries()
                .filter(entry -> !(entry instanceof Practice practice && practice.state() == State.RETIRED));
    }

    private static List<PartView> parts(Edition edition, List<Entry> entries) {
        List<PartView> parts = new ArrayList<>();
        for (String key : List.of("practices", "pathways", "attempts", "pages")) {
            Predicate<Entry> of = entry -> (FieldValues.kind(entry) + "s").equals(key);
            List<EntryView> views = entries.stream()
                    .filter(of)
                    .map(entry -> view(edition, entry))
                    .toList();
            if (!views.isEmpty()) {
                parts.add(new PartView(key, edition.words().get("nav." + key), views));
            }
        }
        return parts;
    }

    private static EntryView view(Edition edition, Entry entry) {
        Tongues tongues = edition.library().tongues();
        FieldValues.Changed changed =
                edition.options().changed().getOrDefault(entry.file().path(), FieldValues.Changed.NOTHING);
        return new EntryView(
                edition.link(entry),
                LanguageTag.file(tongues.originalOf(entry.file()), tongues.language()),
                Stream.concat(
                                changed.fields().stream().map(key -> named(edition, key)),
                                changed.headings().stream()
                                        .map(heading -> heading.isEmpty()
                                                ? edition.words().get("translations.beginning")
                                                : heading))
                        .toList());
    }

    private static String named(Edition edition, String key) {
        String word = "changes.field." + key;
        return edition.words().keys().contains(word) ? edition.words().get(word) : key;
    }
}
