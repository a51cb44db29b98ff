package org.practiceplaybook.page;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.content.value.Slug;
import org.practiceplaybook.history.History;
import org.practiceplaybook.library.Library;

/** Who wrote, mended and tried what: by the names in the entries, and by what git knows. */
final class ContributorPage implements Output {
    private static final int MOST = 40;

    /**
     * The people, A to Z.
     *
     * @param partial is git's history not known, or not whole?
     */
    record View(Frame frame, List<PersonView> people, boolean partial) implements PageView {}

    /** A person and what came of them. */
    record PersonView(String name, String id, List<ShareView> shares) {}

    /**
     * One kind of what somebody did.
     *
     * @param label in words
     * @param more how many entries are left out, in words, or empty
     */
    record ShareView(String label, List<LinkView> entries, String more) {}

    private static final class Person {
        private final String name;
        private final String anchor;
        private final List<Entry> wrote = new ArrayList<>();
        private final List<Entry> changed = new ArrayList<>();
        private final List<Entry> tried = new ArrayList<>();

        Person(String name, String anchor) {
            this.name = name;
            this.anchor = anchor;
        }
    }

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        if (edition.has(edition.addresses().contributors())) {
            sheets.accept(edition.sheet(edition.addresses().contributors(), "contributors", () -> view(edition)));
        }
    }

    private static View view(Edition edition) {
        Frame frame = edition.frameBelowHome(edition.addresses().contributors(), "contributors", "list", "");
        History history = edition.library().history();
        return new View(
                frame,
                people(edition.library()).stream()
                        .map(person -> view(edition, person))
                        .toList(),
                history.note().isPresent());
    }

    /** By name, as people sort it. */
    private static List<Person> people(Library library) {
        Map<String, Person> people = new TreeMap<>();
        library.entries().forEach(entry -> {
            library.writers(entry).map(name -> of(name, people)).distinct().forEach(person -> person.wrote.add(entry));
            library.sharer(entry).ifPresent(name -> of(name, people).tried.add(entry));
            library.changers(entry).map(name -> of(name, people)).distinct().forEach(person -> {
                if (!isLast(person.wrote, entry) && !isLast(person.tried, entry)) {
                    person.changed.add(entry);
                }
            });
        });
        Collator collator =
                Collator.getInstance(Locale.forLanguageTag(library.settings().language()));
        return people.values().stream()
                .sorted(Comparator.comparing((Person person) -> person.name, collator::compare)
                        .thenComparing(person -> person.name))
                .toList();
    }

    /** Entries come one after the other, so it can stand nowhere else. */
    private static boolean isLast(List<Entry> entries, Entry entry) {
        return !entries.isEmpty() && entries.get(entries.size() - 1) == entry;
    }

    /** Two spellings that differ in case, blanks and signs only are one person: "Ann Bell (Nokia)", "Ann Bell, Nokia". */
    private static Person of(String name, Map<String, Person> people) {
        return people.computeIfAbsent(Slug.of(name), anchor -> new Person(name, anchor));
    }

    private static PersonView view(Edition edition, Person person) {
        List<ShareView> shares = new ArrayList<>();
        share(edition, "contributors.wrote", person.wrote, shares);
        share(edition, "contributors.changed", person.changed, shares);
        share(edition, "contributors.tried", person.tried, shares);
        return new PersonView(person.name, person.anchor, shares);
    }

    private static void share(Edition edition, String word, List<Entry> entries, List<ShareView> shares) {
        if (entries.isEmpty()) {
            return;
        }
        int more = entries.size() - MOST;
        shares.add(new ShareView(
                edition.words().get(word),
                entries.stream().limit(MOST).map(edition::link).toList(),
                more > 0 ? edition.words().count("contributors.more", more) : ""));
    }
}
