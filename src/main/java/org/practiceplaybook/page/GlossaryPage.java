package org.practiceplaybook.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.practiceplaybook.content.GlossaryEntry;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.source.Located;

/** The words that the playbook explains, A to Z. */
final class GlossaryPage implements Output {
    /** The glossary. */
    record View(Frame frame, List<LetterView> letters, String edit, String suggest) implements PageView {}

    /** The words of a letter. */
    record LetterView(String letter, String id, List<WordView> words) {}

    /**
     * A word.
     *
     * @param id empty where an earlier word has the same
     */
    record WordView(String id, String term, String means, String aka, Optional<LinkView> see, LinkView.Tongue tongue) {}

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        if (edition.has(edition.addresses().glossary())) {
            sheets.accept(edition.sheet(edition.addresses().glossary(), "glossary", () -> view(edition)));
        }
    }

    private static View view(Edition edition) {
        Frame frame = edition.frameBelowHome(edition.addresses().glossary(), "glossary", "glossary", "");
        Map<String, String> owners = new HashMap<>();
        for (GlossaryEntry entry : edition.library().glossary()) {
            owners.put(
                    entry.term().value().toLowerCase(Locale.ROOT), entry.term().value());
            entry.aka()
                    .forEach(aka -> owners.putIfAbsent(
                            aka.value().toLowerCase(Locale.ROOT), entry.term().value()));
        }
        List<LetterView> letters = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (GlossaryEntry entry : edition.library().glossary()) {
            String letter = PracticeListPages.letter(entry.term().value());
            if (letters.isEmpty() || !letters.get(letters.size() - 1).letter().equals(letter)) {
                letters.add(new LetterView(letter, "letter." + letters.size(), new ArrayList<>()));
            }
            letters.get(letters.size() - 1).words().add(word(edition, entry, owners, ids));
        }
        return new View(
                frame,
                letters,
                edition.editAddress("glossary.yml"),
                edition.addresses().suggest("glossary.yml"));
    }

    private static WordView word(Edition edition, GlossaryEntry entry, Map<String, String> owners, Set<String> ids) {
        String id = Addresses.anchor(entry.term().value());
        return new WordView(
                ids.add(id) ? id : "",
                entry.term().value(),
                entry.means(),
                String.join(
                        edition.words().get("list.separator"),
                        entry.aka().stream().map(Located::value).toList()),
                entry.see()
                        .flatMap(see ->
                                Optional.ofNullable(owners.get(see.value().toLowerCase(Locale.ROOT))))
                        .map(term -> new LinkView("#" + Addresses.url(Addresses.anchor(term)), term)),
                edition.tongue(entry.file()));
    }
}
