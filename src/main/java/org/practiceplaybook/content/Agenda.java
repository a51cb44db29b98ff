package org.practiceplaybook.content;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.practiceplaybook.markdown.Body;
import org.practiceplaybook.markdown.Item;

/**
 * What to do, step by step.
 *
 * @param minutes what the steps with a time add up to; 0 where none has one
 */
public record Agenda(List<Step> steps, int minutes) {
    /** {@code (10 min)} or {@code (1.5 hours)} at the end of a step's first line. */
    public static final Pattern MINUTES = Pattern.compile(
            "\\((?:about |ca\\.? |~ ?)?(\\d{1,3}(?:[.,]\\d{1,2})?)(?:\\s?[-–]\\s?(\\d{1,3}(?:[.,]\\d{1,2})?))?\\s?(min|mins|minutes?|h|hrs?|hours?)\\.?(?:\\s?(\\d{1,2})\\s?(?:min|minutes?)?)?\\)\\.?\\s*$");

    public static final Agenda EMPTY = new Agenda(List.of(), 0);

    public Agenda {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param line its bold start, else its first line: what stands on a card
     * @param minutes the most it takes, 0 where that is not said
     */
    public record Step(String line, int minutes) {}

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
        List<Step> steps = section.parts().stream()
                .flatMap(part -> Body.items(part).stream())
                .map(Agenda::step)
                .toList();
        return new Agenda(steps, steps.stream().mapToInt(Step::minutes).sum());
    }

    private static Step step(Item item) {
        String firstLine = item.firstLine();
        Matcher matcher = MINUTES.matcher(firstLine);
        boolean timed = firstLine.indexOf('(') >= 0 && matcher.find();
        String lead = item.lead();
        String line = lead.isEmpty() ? (timed ? firstLine.substring(0, matcher.start()) : firstLine) : lead;
        int minutes = 0;
        if (timed) {
            String most = matcher.group(2) == null ? matcher.group(1) : matcher.group(2);
            double number = Double.parseDouble(most.replace(',', '.'));
            boolean hours = matcher.group(3).startsWith("h");
            minutes = (int) Math.round(hours ? number * 60 : number);
            minutes += hours && matcher.group(4) != null ? Integer.parseInt(matcher.group(4)) : 0;
        }
        String gist = line.strip();
        boolean stopped = gist.endsWith(".") || gist.endsWith(":");
        return new Step(stopped ? gist.substring(0, gist.length() - 1) : gist, minutes);
    }
}
