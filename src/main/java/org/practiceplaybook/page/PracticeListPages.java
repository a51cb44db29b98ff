package org.practiceplaybook.page;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.practiceplaybook.content.Practice;
import org.practiceplaybook.library.Addresses;
import org.practiceplaybook.work.Lazy;

/** All practices, A to Z. */
final class PracticeListPages implements Output {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /**
     * The list.
     *
     * @param map path of the drawing of the practices, or empty
     */
    record View(
            Frame frame,
            int total,
            boolean compact,
            String map,
            List<LinkView> jumps,
            List<LetterView> letters,
            Paging paging)
            implements PageView {}

    /** More are rows of a line or two. */
    private static final int MOST_CARDS = 24;

    /** The practices of a letter. */
    record LetterView(String letter, String id, List<Cards.PracticeCard> practices) {}

    @Override
    public void addTo(Edition edition, Consumer<SiteFile> sheets) {
        if (!edition.has(edition.addresses().practices())) {
            return;
        }
        List<Practice> all = sorted(edition);
        List<Paging.Slice<Practice>> slices = Paging.slices(edition.addresses().practices(), all, Paging.ROWS);
        Lazy<List<LinkView>> jumps = new Lazy<>(() -> jumps(edition, slices));
        for (Paging.Slice<Practice> slice : slices) {
            sheets.accept(edition.sheet(slice.path(), "practices", () -> view(edition, all.size(), jumps, slice)));
        }
    }

    /** Those that lists have, from A to Z. */
    static List<Practice> sorted(Edition edition) {
        return edition.listed(List.copyOf(edition.library().practices().values())).stream()
                .map(practice -> new Keyed(sortKey(practice.title().value()), practice))
                .sorted(Comparator.comparing(Keyed::key)
                        .thenComparing(keyed -> keyed.practice().slug()))
                .map(Keyed::practice)
                .toList();
    }

    /** Where each letter begins, on whichever page: the same on all of them. */
    private static List<LinkView> jumps(Edition edition, List<Paging.Slice<Practice>> slices) {
        Map<String, LinkView> jumps = new LinkedHashMap<>();
        for (Paging.Slice<Practice> slice : slices) {
            for (LetterView letter : letters(edition, slice.items())) {
                jumps.putIfAbsent(
                        letter.letter(),
                        new LinkView(Addresses.url(slice.path()) + "#" + letter.id(), letter.letter()));
            }
        }
        return List.copyOf(jumps.values());
    }

    private record Keyed(String key, Practice practice) {}

    private static View view(Edition edition, int total, Lazy<List<LinkView>> jumps, Paging.Slice<Practice> slice) {
        Frame frame = edition.frame(
                        slice.path(),
                        edition.words().get("practices.title"),
                        edition.words()
                                .get("practices.description", edition.settings().name()),
                        "list",
                        "practices")
                .withCrumbs(edition.link(edition.addresses().home(), "home.crumb"));
        return new View(
                frame,
                total,
                total > MOST_CARDS,
                edition.has(edition.addresses().practiceMap())
                        ? edition.addresses().practiceMap()
                        : "",
                jumps.get(),
                letters(edition, slice.items()),
                slice.paging());
    }

    private static List<LetterView> letters(Edition edition, List<Practice> practices) {
        List<LetterView> letters = new ArrayList<>();
        String open = "";
        List<Cards.PracticeCard> cards = new ArrayList<>();
        for (Practice practice : practices) {
            String letter = letter(practice.title().value());
            if (!letter.equals(open) && !cards.isEmpty()) {
                letters.add(new LetterView(open, "letter." + letters.size(), List.copyOf(cards)));
                cards.clear();
            }
            open = letter;
            cards.add(edition.cards().of(practice));
        }
        if (!cards.isEmpty()) {
            letters.add(new LetterView(open, "letter." + letters.size(), List.copyOf(cards)));
        }
        return letters;
    }

    /** Without case, accents and what stands before the first letter. */
    static String sortKey(String title) {
        String plain = title.chars().allMatch(c -> c < 128)
                ? title
                : MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFKD))
                        .replaceAll("");
        int start = 0;
        while (start < plain.length() && !Character.isLetterOrDigit(plain.codePointAt(start))) {
            start++;
        }
        return plain.substring(start).toLowerCase(Locale.ROOT);
    }

    static String letter(String title) {
        String key = sortKey(title);
        if (key.isEmpty()) {
            return "#";
        }
        int first = key.codePointAt(0);
        return Character.isLetter(first) ? new String(Character.toChars(Character.toUpperCase(first))) : "0–9";
    }
}
