package org.practiceplaybook.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.practiceplaybook.content.value.BracketedTime;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.Html;
import org.practiceplaybook.markdown.Item;
import org.practiceplaybook.markdown.TextBlock;

/**
 * What to do, step by step.
 *
 * @param minutes what the steps with a time add up to; 0 where none has one
 * @param doubts what was meant as a time and is counted nowhere
 * @param content HTML with marks, with the time of each step set apart
 * @param bare the same without the times
 */
public record Agenda(List<Step> steps, int minutes, List<Doubt> doubts, String content, String bare) {
    public static final Agenda EMPTY = new Agenda(List.of(), 0, List.of(), "", "");

    /** What joins a time without brackets to a step. */
    private static final Pattern JOINED = Pattern.compile("\\s*[:|]\\s+|\\s+[–—-]\\s+|\\s*[–—]\\s*|,\\s+");

    /** In how many words a time is said at the most: {@code about an hour and a half}. */
    private static final int MOST_WORDS = 6;

    private static final Pattern BARE = Pattern.compile(
            "(?i)^(?:\\p{L}+\\s+|~\\s?)?(?:\\d|[½¼¾]|an?\\s|half|\\p{L}+\\s+(?:min|hour)).*?(?:min(?:ute)?s?|h|hrs?|hours?|['’′]|half|\\d)\\.?$");
    /** What says when, and not how long. */
    private static final Pattern WHEN = Pattern.compile(
            "(?i)(?:^|\\s)(?:at|after|every|each|within|in|by|before|until|till|per|than|past|last|first|next|of|once|twice|times)\\s+(?:the\\s+)?$");

    private static final Pattern AT_START = Pattern.compile("^(?:(?![\\p{L}\\p{Nd}])[^~½¼¾])+");
    private static final Pattern AT_END = Pattern.compile("(?:(?![\\p{L}\\p{Nd}])[^'’′])+$");

    private static final Pattern RANGE = Pattern.compile("(?<=\\d)\\s*-\\s*(?=\\d)");
    private static final Pattern TAGS =
            Pattern.compile("[^<>\uFDD0-\uFDEF]*(?:<(\\w+)>[^<>\uFDD0-\uFDEF]*</\\1>[^<>\uFDD0-\uFDEF]*)*");

    public Agenda {
        steps = List.copyOf(steps);
        doubts = List.copyOf(doubts);
    }

    /**
     * One step.
     *
     * @param line its bold start, else its first line: what stands on a card
     * @param minutes the most it takes, 0 where that is not said
     */
    public record Step(String line, int minutes) {}

    /** Why a time is counted nowhere. */
    public enum Why {
        /** It cannot be told how long it is. */
        NO_TIME,
        /** It is a number that counts something, and nothing says what. */
        NO_UNIT,
        /** It stands within a sentence, or in a part of a step. */
        AMID,
        /** It stands without brackets. */
        BARE
    }

    /**
     * A time that is counted nowhere.
     *
     * @param written without brackets
     */
    public record Doubt(String written, Why why) {}

    /** The agenda of the section that says what to do. */
    public static Agenda of(List<Section> sections) {
        return sections.stream()
                .filter(section -> section.kind() == SectionKind.WHAT)
                .findFirst()
                .map(Agenda::of)
                .orElse(EMPTY);
    }

    /** The agenda of one section. */
    public static Agenda of(Section section) {
        return of(section.content());
    }

    /** The agenda of HTML with marks. */
    public static Agenda of(String marked) {
        return new Reading(marked).done();
    }

    /** A time where it stands. */
    private record Found(TextBlock block, BracketedTime time) {
        int start() {
            return block.place(time.start());
        }

        int end() {
            return block.place(time.end() - 1) + 1;
        }

        boolean leads() {
            return time.leads(block.text(), block.bold());
        }

        boolean ends() {
            return time.ends(block.text());
        }

        /** Has it a line of its own? */
        boolean isAlone() {
            int line = block.text().lastIndexOf('\n', time.start()) + 1;
            return ends() && block.text().substring(line, time.start()).isBlank();
        }
    }

    /** Reads the steps of a section, and sets their times apart. */
    private static final class Reading {
        private final String marked;
        private final List<List<TextBlock>> lines = new ArrayList<>();
        private final List<Doubt> doubts = new ArrayList<>();
        /** What takes the place of what, by where it begins. */
        private final TreeMap<Integer, Edit> edits = new TreeMap<>();

        private record Edit(int end, String by) {}

        Reading(String marked) {
            this.marked = marked;
            for (TextBlock block : TextBlock.of(marked)) {
                while (lines.size() <= block.item()) {
                    lines.add(new ArrayList<>());
                }
                if (!lines.isEmpty()) {
                    lines.get(lines.size() - 1).add(block);
                }
            }
        }

        Agenda done() {
            int[] minutes = lines.stream().mapToInt(this::minutes).toArray();
            String bare = edited(false);
            List<Item> items = Body.items(bare);
            List<Step> steps = new ArrayList<>();
            long all = 0;
            for (int i = 0; i < items.size(); i++) {
                int most = i < minutes.length ? minutes[i] : 0;
                steps.add(new Step(line(items.get(i)), most));
                all += most;
            }
            return new Agenda(steps, (int) Math.min(Integer.MAX_VALUE, all), doubts, edited(true), bare);
        }

        private static String line(Item item) {
            String lead = item.lead();
            String gist = (lead.isEmpty() ? item.firstLine() : lead).strip();
            boolean stopped = gist.endsWith(".") || gist.endsWith(":");
            return stopped ? gist.substring(0, gist.length() - 1).strip() : gist;
        }

        /** What a step takes: what stands at its beginning, else at the ends of its lines, else alone in a line. */
        private int minutes(List<TextBlock> step) {
            List<Found> found = new ArrayList<>();
            for (TextBlock block : step) {
                if (block.text().indexOf('(') >= 0
                        || block.text().indexOf('[') >= 0
                        || block.text().indexOf('（') >= 0) {
                    BracketedTime.in(block.text()).forEach(time -> found.add(new Found(block, time)));
                }
            }
            List<Found> times = found.stream()
                    .filter(one -> one.time.minutes() > 0
                            && TAGS.matcher(marked.substring(one.start(), one.end()))
                                    .matches())
                    .toList();
            List<Found> own = times.stream().filter(Reading::own).toList();
            List<Found> counted = own.stream().filter(Found::leads).limit(1).toList();
            if (counted.isEmpty()) {
                counted = own.stream().filter(Found::ends).toList();
            }
            int before = doubts.size();
            boolean apart = counted.isEmpty();
            if (apart) {
                counted = times.stream().filter(Found::isAlone).limit(1).toList();
            }
            for (Found one : found) {
                if (one.time.lacksUnit()) {
                    if (counted.isEmpty()
                            && own(one)
                            && (one.ends() || one.start() > one.block.start() && one.leads())) {
                        doubts.add(new Doubt(one.time.written(), Why.NO_UNIT));
                    }
                } else if (!times.contains(one) && (one.block.item() >= 0 || one.isAlone())) {
                    doubts.add(new Doubt(one.time.written(), Why.NO_TIME));
                } else if (times.contains(one) && counted.isEmpty() && one.block.item() >= 0) {
                    doubts.add(new Doubt(one.time.written(), Why.AMID));
                }
            }
            if (counted.isEmpty() && doubts.size() == before) {
                step.stream()
                        .filter(block -> block.item() >= 0 && !block.isNested())
                        .forEach(this::bare);
            }
            TextBlock first = step.isEmpty() ? null : step.get(0);
            counted.forEach(one -> setApart(one, apart && first.item() >= 0 && !first.isNested() ? first : one.block));
            return counted.stream().mapToInt(one -> one.time.minutes()).sum();
        }

        /** Does it stand in the step's own words, not in a part of it? */
        private static boolean own(Found found) {
            return found.block.item() >= 0 && !found.block.isNested();
        }

        /** A time without brackets at the beginning or end of a line. */
        private void bare(TextBlock block) {
            String text = block.text().strip();
            String first = JOINED.split(text, 2)[0];
            String behindBold = block.bold() > 0
                    ? block.text()
                            .substring(Math.min(block.bold(), block.text().length()))
                            .strip()
                    : "";
            Stream.of(first.length() < text.length() ? first : "", behindBold)
                    .map(part -> AT_END.matcher(part).replaceAll(""))
                    .filter(part ->
                            part.length() < 30 && BracketedTime.isMeant(part) && BracketedTime.minutes(part) > 0)
                    .findFirst()
                    .or(() -> atEnd(AT_END.matcher(text).replaceAll("")))
                    .ifPresent(part -> doubts.add(new Doubt(part, Why.BARE)));
        }

        /** The most words at the end of a line that are a time, unless they say when and not how long. */
        private static Optional<String> atEnd(String text) {
            String found = "";
            String before = "";
            int start = text.length();
            for (int words = 0; words < MOST_WORDS && start > 0; words++) {
                start = text.lastIndexOf(' ', start - 1);
                String last = AT_START.matcher(text.substring(start + 1)).replaceAll("");
                if (BARE.matcher(last).find() && BracketedTime.minutes(last) > 0
                        || BracketedTime.isMisspelt(last) && found.isEmpty() && words < 2) {
                    found = last;
                    before = text.substring(
                            0, text.length() - text.substring(start + 1).length());
                }
            }
            return found.isEmpty() || WHEN.matcher(before).find() ? Optional.empty() : Optional.of(found);
        }

        /** Puts a time at the end of a line. */
        private void setApart(Found found, TextBlock line) {
            String badge = "<span class=\"minutes\">"
                    + Html.text(RANGE.matcher(found.time.written()).replaceAll("–")) + "</span>";
            int start = found.start();
            int end = found.end();
            if (found.ends() && marked.startsWith(".", end)) {
                end++;
            }
            if (found.block == line) {
                edits.put(start, new Edit(end, badge));
                return;
            }
            boolean paragraph = found.block.text().strip().length() == found.time.end() - found.time.start()
                    && marked.startsWith("<p>", found.block.start() - 3)
                    && marked.startsWith("</p>", found.block.end());
            edits.put(
                    paragraph ? found.block.start() - 3 : start, new Edit(paragraph ? found.block.end() + 4 : end, ""));
            int place = line.end();
            while (Character.isWhitespace(marked.charAt(place - 1))) {
                place--;
            }
            edits.put(place, new Edit(place, " " + badge));
        }

        /** The HTML with the times set apart, or without them. */
        private String edited(boolean badges) {
            StringBuilder out = new StringBuilder(marked.length() + 64);
            int done = 0;
            for (Map.Entry<Integer, Edit> edit : edits.entrySet()) {
                out.append(marked, done, edit.getKey());
                if (badges) {
                    out.append(edit.getValue().by);
                } else {
                    while (out.length() > 0 && Character.isWhitespace(out.charAt(out.length() - 1))) {
                        out.setLength(out.length() - 1);
                    }
                }
                done = edit.getValue().end;
            }
            return out.append(marked, done, marked.length()).toString();
        }
    }
}
