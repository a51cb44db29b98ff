package org.practiceplaybook.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.practiceplaybook.content.TimeText;
import org.practiceplaybook.yaml.Yaml;

/** Steps that a library keeps as a list with keys of its own, such as {@code title}, {@code text} and {@code time}. */
final class NestedSteps {
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
            switch (Field.normal(part.key().value())) {
                case "title", "name", "heading", "step", "gist" -> gist = gist.isEmpty() ? written : gist;
                case "time", "duration", "minutes", "length" ->
                    time = TimeText.find(written)
                            .map(found -> " (" + found.range().canonical() + ")")
                            .orElse(" (" + written + ")");
                case "text", "description", "body", "instructions", "content", "how", "do", "details" ->
                    words.add(written);
                case "number", "order", "id" -> {
                    // the list is in order
                }
                default -> words.add(part.key().value() + ": " + written);
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
