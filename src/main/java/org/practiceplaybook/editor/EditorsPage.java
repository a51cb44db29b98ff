package org.practiceplaybook.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.content.Taxonomy;
import org.practiceplaybook.content.value.State;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.page.Edition;
import org.practiceplaybook.page.Frame;
import org.practiceplaybook.page.LinkView;
import org.practiceplaybook.page.Output;
import org.practiceplaybook.page.PageView;
import org.practiceplaybook.page.Paging;
import org.practiceplaybook.page.SearchDocuments;
import org.practiceplaybook.page.SiteFile;
import org.practiceplaybook.search.UnknownWords;
import org.practiceplaybook.work.Workers;

/** What is left to do for those who keep the playbook, on one page: how much of each kind, and of what. */
final class EditorsPage implements Output {
    /** @param tasks that there is something of */
    record View(Frame frame, List<TaskView> tasks) implements PageView {}

    /**
     * A kind of thing to do.
     *
     * @param key its words are {@code editors.<key>}
     * @param count how many there are
     * @param path of the page that is about it, or empty
     * @param items the first of them, where no page is about it
     * @param more how many of those are not named here
     */
    record TaskView(String key, int count, String path, List<ItemView> items, int more) {}

    /**
     * A text that something is to be done with.
     *
     * @param page its path, or empty: drafts have no page
     * @param edit where it is edited on the repository's host, or empty
     */
    record ItemView(String title, String page, String edit, LinkView.Tongue tongue) {}

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> files) {
        String path = edition.addresses().editors();
        if (edition.has(path)) {
            files.accept(
                    edition.sheet(path, "editors", () -> view(edition, path)).tool());
        }
    }

    private static View view(Edition edition, String path) {
        Library library = edition.library();
        Frame frame = edition.frameBelowHome(path, "editors", "list", "practices");
        List<Practice> live = library.practices().values().stream()
                .filter(practice -> practice.state() != State.RETIRED)
                .toList();
        List<Practice> written =
                live.stream().filter(practice -> !practice.isStub()).toList();
        List<TaskView> tasks = new ArrayList<>();
        add(tasks, edition, "drafts", List.copyOf(library.hidden().values()), unused -> true, "");
        add(tasks, edition, "stubs", live, Practice::isStub, edition.addresses().stubs());
        add(tasks, edition, "due", written, library::isDue, edition.addresses().review());
        if (edition.has(edition.addresses().translations())) {
            add(
                    tasks,
                    edition,
                    "translations",
                    TranslationPages.missing(library),
                    unused -> true,
                    edition.addresses().translations());
        }
        if (!library.terms(Taxonomy.CHALLENGES).isEmpty()) {
            add(
                    tasks,
                    edition,
                    "unplaced",
                    written,
                    practice -> practice.terms().of(Taxonomy.CHALLENGES).isEmpty(),
                    "");
        }
        add(
                tasks,
                edition,
                "untried",
                written,
                practice -> library.attemptsAt(practice).isEmpty(),
                "");
        searches(edition).ifPresent(tasks::add);
        return new View(frame, tasks);
    }

    private static <E extends Entry> void add(
            List<TaskView> tasks, Edition edition, String key, List<E> all, Predicate<? super E> asked, String path) {
        List<E> found = all.stream().filter(asked).toList();
        if (!found.isEmpty() || !path.isEmpty() && edition.has(path)) {
            List<E> named = path.isEmpty() ? found.subList(0, Math.min(Paging.ROWS, found.size())) : List.of();
            tasks.add(new TaskView(
                    key,
                    found.size(),
                    path,
                    named.stream().map(entry -> item(edition, entry)).toList(),
                    path.isEmpty() ? found.size() - named.size() : 0));
        }
    }

    /** What was searched for with a word that no page of the edition has. */
    private static Optional<TaskView> searches(Edition edition) {
        Addresses addresses = edition.addresses();
        Set<String> others = edition.settings().languages().stream()
                .map(language -> language + "/")
                .filter(folder -> !folder.equals(addresses.folder()))
                .collect(Collectors.toSet());
        Map<String, Integer> asked = edition.options().searches().in(addresses.folder(), others);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        List<UnknownWords.Search> found =
                new UnknownWords(SearchDocuments.of(edition, new Workers(1)), edition.language()).in(asked);
        List<ItemView> named = found.stream()
                .limit(Paging.ROWS)
                .map(search -> new ItemView(
                        edition.words().count("editors.asked", search.times(), search.words()),
                        "",
                        "",
                        LinkView.Tongue.OF_EDITION))
                .toList();
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new TaskView("unanswered", found.size(), "", named, found.size() - named.size()));
    }

    private static ItemView item(Edition edition, Entry entry) {
        boolean hidden = edition.library().hidden().containsKey(entry.slug());
        return new ItemView(
                entry.title().value(),
                hidden ? "" : edition.link(entry).path(),
                edition.editAddress(entry),
                edition.tongue(entry.file()));
    }
}
