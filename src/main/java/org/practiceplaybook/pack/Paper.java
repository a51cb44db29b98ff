package org.practiceplaybook.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.markdown.Url;

/**
 * The playbook on one page for a printer. Each part begins a sheet, so how many sheets one takes says nothing of another.
 *
 * @param before what stands before its parts: its styles, a cover and the contents
 * @param after what stands behind them
 */
record Paper(String before, List<Part> parts, String after) {
    private static final Pattern LINK = Pattern.compile("<a [^>]*?href=\"#([^\"]+)\"");

    /** About as much markup fills a sheet; a guess that is wrong costs time only. */
    private static final double MARKUP_OF_SHEET = 4500;

    Paper {
        parts = List.copyOf(parts);
    }

    /** A part, whole. */
    record Part(String id, String markup) {}

    /** All of it. */
    String text() {
        return text(parts, "");
    }

    private String text(List<Part> some, String more) {
        StringBuilder text = new StringBuilder(before);
        some.forEach(part -> text.append(part.markup()));
        return text.append(more).append(after).toString();
    }

    /** The names that its links lead to, as they are written. */
    private Set<String> linked() {
        Set<String> linked = new TreeSet<>();
        LINK.matcher(text()).results().forEach(link -> linked.add(link.group(1)));
        return linked;
    }

    /** About which page each part is on. Where it has as many digits as it will have, lines break as they will. */
    private Map<String, Integer> guess() {
        Map<String, Integer> sheets = new TreeMap<>();
        double sheet = 2 + parts.size() / 50;
        for (Part part : parts) {
            sheets.put(part.id(), (int) sheet);
            sheet += Math.ceil(part.markup().length() / MARKUP_OF_SHEET);
        }
        Map<String, Integer> guess = new TreeMap<>();
        for (String name : linked()) {
            String place = Url.decoded(name);
            guess.put(place, sheets.getOrDefault(place.replaceFirst(":.*", ""), 1));
        }
        return guess;
    }

    /**
     * Drafts of all sheets, to be made side by side: of equal weight, each with the cover and the contents, and but for the
     * last with the first part of the next.
     *
     * @param most how many at most
     */
    List<Draft> drafts(int most) {
        StringBuilder links = new StringBuilder("<p hidden>");
        linked().forEach(name -> links.append("<a href=\"#").append(name).append("\"></a>"));
        long weight = parts.stream().mapToLong(part -> part.markup().length()).sum();
        Map<String, Integer> guess = guess();
        List<Draft> drafts = new ArrayList<>();
        int from = 0;
        long seen = 0;
        for (int i = 0; i < parts.size(); i++) {
            seen += parts.get(i).markup().length();
            boolean last = i == parts.size() - 1;
            if (last || seen * most >= weight * (drafts.size() + 1)) {
                List<Part> some = parts.subList(from, last ? i + 1 : i + 2);
                String text = text(some, links + "</p>").replaceFirst("<html ", "<html class=\"draft\" ");
                drafts.add(new Draft(parts.get(from).id(), numbered(text, guess)));
                from = i + 1;
            }
        }
        return drafts;
    }

    /**
     * Some parts, with nothing to see.
     *
     * @param first the id of its first part
     * @param text with numbers as wide as they will be
     */
    record Draft(String first, String text) {}

    /**
     * Which page each place is on.
     *
     * @param found for each draft the same, counted from its own first page
     */
    static Map<String, Integer> places(List<Draft> drafts, List<Map<String, Integer>> found) {
        List<Integer> offsets = new ArrayList<>(List.of(0));
        for (int i = 1; i < drafts.size(); i++) {
            String first = drafts.get(i).first();
            offsets.add(offsets.get(i - 1)
                    + found.get(i - 1).getOrDefault(first, 0)
                    - found.get(i).getOrDefault(first, 0));
        }
        Map<String, Integer> places = new TreeMap<>();
        for (int i = drafts.size() - 1; i >= 0; i--) { // the contents are where they are in the first
            int offset = offsets.get(i);
            found.get(i).forEach((name, page) -> places.put(name, page + offset));
        }
        return places;
    }

    /** With the page of each link's end in an attribute. */
    static String numbered(String page, Map<String, Integer> places) {
        Matcher link = LINK.matcher(page);
        StringBuilder out = new StringBuilder(page.length() + page.length() / 10);
        while (link.find()) {
            Integer number = places.get(Url.decoded(link.group(1)));
            link.appendReplacement(
                    out,
                    Matcher.quoteReplacement(
                            number == null ? link.group() : link.group() + " data-page=\"" + number + "\""));
        }
        return link.appendTail(out).toString();
    }
}
