package org.practiceplaybook.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.practiceplaybook.library.Library;
import org.practiceplaybook.page.RunPages;
import org.practiceplaybook.text.FactWords;
import org.practiceplaybook.theme.Words;

/** Which cards say something else than they did, by their marks. */
public final class CardChanges {
    private CardChanges() {}

    /**
     * A card.
     *
     * @param mark what stands on it today; empty where there is none any more
     * @param before what stood on it, empty where there was none
     */
    public record CardChange(String slug, String title, String mark, String before) {
        /** Is it another card than before? */
        public boolean isChange() {
            return !mark.equals(before);
        }
    }

    /** Every card of two states of a playbook, by its short name; one that was renamed is the same card. */
    public static List<CardChange> between(Library before, Library after, Words words) {
        Map<String, CardChange> changes = new LinkedHashMap<>();
        Map<String, String> were = marks(before, words);
        Map<String, String> are = marks(after, words);
        are.forEach((slug, mark) -> {
            String old = were.containsKey(slug)
                    ? slug
                    : after.practices()
                            .get(slug)
                            .formerSlugs()
                            .filter(were::containsKey)
                            .findFirst()
                            .orElse(slug);
            String title = after.practices().get(slug).title().value();
            changes.put(slug, new CardChange(slug, title, mark, were.getOrDefault(old, "")));
            were.remove(old);
        });
        were.forEach((slug, mark) -> changes.put(
                slug, new CardChange(slug, before.practices().get(slug).title().value(), "", mark)));
        return new ArrayList<>(changes.values());
    }

    private static Map<String, String> marks(Library library, Words words) {
        FactWords facts = new FactWords(words);
        return library.practices().entrySet().stream()
                .filter(practice -> RunPages.has(practice.getValue()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        practice ->
                                CardText.of(practice.getValue(), library, facts).mark(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
