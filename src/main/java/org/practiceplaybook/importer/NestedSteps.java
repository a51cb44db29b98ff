package org.practiceplaybook.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.practiceplaybook.content.Fields;
import org.practiceplaybook.content.value.TimeText;
import org.practiceplaybook.yaml.Yaml;

/** Steps that a library keeps as a list with keys of its own, such as {@code title}, {@code text} and {@code time}. */
final class NestedSteps {
    private static final Set<String> GIST = Set.of("heading", "step", "gist");
    private static final Set<String> HOW =
            Set.of("text", "description", "body", "instructions", "content", "how", "do", "details");
    /** The list is in order. */
    private static final Set<String> PLACE = Set.of(Fields.NUMBER.key(), "id");

    private NestedSteps() {}

    /** A numbered list, or nothing where the value has another shape. */
    static Optional<String> of(Yaml value) {
        if (!(value instanceof Yaml.Items items) || items.values().stream().noneMatch(Yaml.Mapping.class::isInstance)) {
            return Optional.empty();
        }
        List<String> steps = new ArrayList<>();
        for (Yaml item : items.values()) {
            Optional<String> step = item instanceof Yaml.Text text
                    ? Optional.of(text.value().strip())
                    : item instanceof Yaml.Mapping map ? step(map) : Optional.empty();
            if (step.isEmpty()) {
                return Optional.empty();
            }
            String number = steps.size() + 1 + ". ";
            steps.add(number + step.get().lines().collect(Collectors.joining("\n" + " ".repeat(number.length()))));
        }
        return Optional.of(String.join("\n", steps));
    }

    private static Optional<String> step(Yaml.Mapping map) {
        String gist = "";
        List<String> words = new ArrayList<>();
        String time = "";
        for (Yaml.Entry part : map.entries()) {
            if (!(part.value() instanceof Yaml.Text text)) {
                return Optional.empty();
            }
            String written = text.value().strip();
            String key = part.key().value();
            if (Ours.isCalled(Fields.TITLE, key) || GIST.contains(Ours.normal(key))) {
                gist = gist.isEmpty() ? written : gist;
            } else if (Ours.isCalled(Fields.TIME, key)) {
                time = TimeText.find(written)
                        .map(found -> " (" + found.range().canonical() + ")")
                        .orElse(" (" + written + ")");
            } else if (HOW.contains(Ours.normal(key))) {
                words.add(written);
            } else if (!PLACE.contains(Ours.normal(key)) && !Ours.isCalled(Fields.ORDER, key)) {
                words.add(key + ": " + written);
            }
        }
        words.removeIf(String::isEmpty);
        String text = String.join(" ", words);
        if (gist.isEmpty() && text.isEmpty()) {
            return Optional.empty();
        }
        boolean stopped = gist.matches("(?s).*[.?!:…]");
        String bold = gist.isEmpty() ? "" : "**" + gist.replace("*", "\\*") + (stopped ? "" : ".") + "**";
        return Optional.of((bold + " " + text).strip() + time);
    }
}
