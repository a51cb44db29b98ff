package org.practiceplaybook.check;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.practiceplaybook.content.Entry;
import org.practiceplaybook.source.Closest;
import org.practiceplaybook.source.Diagnostic;
import org.practiceplaybook.source.Located;
import org.practiceplaybook.source.RuleCode;

/** The short names of one kind of thing, and what is said of a name that is none of them. */
final class Names {
    private final RuleCode rule;
    private final String kind;
    private final Set<String> known;
    private final Map<String, String> otherwise = new HashMap<>();
    private Closest closest;

    /**
     * The names of a kind.
     *
     * @param unknown the rule that a name is one of them
     */
    Names(RuleCode unknown, Set<String> known) {
        this(unknown, unknown.id().substring("unknown-".length()).replace('-', ' '), known);
    }

    /** The same of a kind that the rule does not name. */
    Names(RuleCode unknown, String kind, Set<String> known) {
        this.rule = unknown;
        this.kind = kind;
        this.known = known;
    }

    /** Another way to say a name, whatever its case: its title, a name that it had. */
    void also(String other, String name) {
        otherwise.putIfAbsent(other.toLowerCase(Locale.ROOT).strip(), name);
    }

    boolean contains(String name) {
        return known.contains(name);
    }

    /** An error with the name that was probably meant. */
    Diagnostic unknown(Entry entry, Located<String> name, String effect) {
        Diagnostic error = Diagnostic.of(
                        rule, entry.at(name.span()), "no " + kind + " is called \"" + name.value() + "\"")
                .effect(effect);
        Optional<String> meant = meant(name.value());
        if (meant.isPresent()) {
            return error.meant(meant.get());
        }
        List<String> several = several(name.value());
        if (!several.isEmpty()) {
            String list = String.join(", ", several);
            return error.label("commas are missing: " + list).replaceBy(list);
        }
        Optional<String> near = closest().to(name.value());
        if (near.isPresent()) {
            return error.meant(near.get());
        }
        return error.remedy(
                known.isEmpty() ? "take it out: there is no " + kind + " yet" : "use one of: " + list(known));
    }

    /** By its title, its file, another of its names. */
    private Optional<String> meant(String written) {
        String name = written.strip().toLowerCase(Locale.ROOT);
        String file = name.substring(name.lastIndexOf('/') + 1).replaceAll("\\.(?:md|html?)$", "");
        if (known.contains(file)) {
            return Optional.of(file);
        }
        return Optional.ofNullable(otherwise.getOrDefault(name, otherwise.get(file)));
    }

    /** Several names with anything but a comma between them. */
    private List<String> several(String written) {
        List<String> words = List.of(written.strip().split("\\s*(?:[;/&+|]|\\band\\b|\\s)\\s*"));
        return words.size() > 1 && known.containsAll(words) ? words : List.of();
    }

    private Closest closest() {
        if (closest == null) {
            closest = Closest.among(known);
        }
        return closest;
    }

    private static String list(Collection<String> known) {
        String some = String.join(", ", known.stream().limit(12).toList());
        return known.size() > 12 ? some + ", …" : some;
    }
}
