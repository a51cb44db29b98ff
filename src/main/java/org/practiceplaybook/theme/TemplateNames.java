package org.practiceplaybook.theme;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the templates of a theme call one another and the blocks in them: a name that leads nowhere would do nothing. */
final class TemplateNames {
    private TemplateNames() {}

    /**
     * Looks at every name that can be told without running a template.
     *
     * @throws ThemeProblem for a template that is not there, and for a block that no page has
     */
    static void check(Map<String, TemplateSource> sources) {
        for (TemplateSource source : sources.values()) {
            if (isTheProgramsOwn(source, sources)) {
                continue;
            }
            for (TemplateSource.Tag tag : source.tags()) {
                if (tag.asksForTemplate() && !tag.name().isEmpty() && !sources.containsKey(tag.name())) {
                    throw problem(source, tag, "the theme has no template \"" + tag.name() + "\"", sources.keySet());
                }
            }
            above(source, sources).ifPresent(blocks -> checkBlocks(source, blocks));
        }
    }

    /** A template of the program may meet one of somebody's own that leaves a block out on purpose. */
    private static boolean isTheProgramsOwn(TemplateSource source, Map<String, TemplateSource> sources) {
        TemplateSource original = sources.get(TemplateSource.DEFAULT + source.name());
        return source.name().startsWith(TemplateSource.DEFAULT)
                || original != null && original.text().equals(source.text());
    }

    private static void checkBlocks(TemplateSource source, Set<String> known) {
        for (TemplateSource.Tag tag : source.tags()) {
            if (tag.kind().equals("block") && tag.depth() == 0 && !known.contains(tag.name())) {
                String what = "what this extends has no block \"" + tag.name()
                        + "\", so it would never be shown; it has " + String.join(", ", known);
                throw problem(source, tag, what, known);
            }
        }
    }

    /** The blocks of what a template extends, and of what that extends; empty if it extends nothing, or who knows what. */
    private static Optional<Set<String>> above(TemplateSource source, Map<String, TemplateSource> sources) {
        Set<String> blocks = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        Optional<TemplateSource.Tag> up = extended(source);
        boolean extended = up.isPresent();
        while (up.isPresent()) {
            TemplateSource parent = sources.get(up.get().name());
            if (parent == null || !seen.add(parent.name())) {
                return Optional.empty();
            }
            parent.tags().stream().filter(tag -> tag.kind().equals("block")).forEach(tag -> blocks.add(tag.name()));
            up = extended(parent);
        }
        return extended ? Optional.of(blocks) : Optional.empty();
    }

    private static Optional<TemplateSource.Tag> extended(TemplateSource source) {
        return source.tags().stream()
                .filter(tag -> tag.kind().equals("extends"))
                .findFirst();
    }

    private static ThemeProblem problem(
            TemplateSource source, TemplateSource.Tag tag, String what, Collection<String> known) {
        return new ThemeProblem(Templates.place(source.name()) + ":" + source.line(tag.offset()) + ": " + what
                + DidYouMean.of(tag.name(), known));
    }
}
