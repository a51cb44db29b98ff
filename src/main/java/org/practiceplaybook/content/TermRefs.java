package org.practiceplaybook.content;

import java.util.List;
import org.practiceplaybook.source.Located;

/** The terms that an entry names, of each vocabulary, as written. */
public record TermRefs(
        List<Located<String>> challenges,
        List<Located<String>> roles,
        List<Located<String>> phases,
        List<Located<String>> leverage) {
    public static final TermRefs NONE = new TermRefs(List.of(), List.of(), List.of(), List.of());

    public TermRefs {
        challenges = List.copyOf(challenges);
        roles = List.copyOf(roles);
        phases = List.copyOf(phases);
        leverage = List.copyOf(leverage);
    }

    public List<Located<String>> of(Taxonomy taxonomy) {
        return switch (taxonomy) {
            case CHALLENGES -> challenges;
            case ROLES -> roles;
            case PHASES -> phases;
            case LEVERAGE -> leverage;
        };
    }
}
