package org.practiceplaybook.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The book of rules. */
class RuleCodeTest {
    @Test
    void eachRuleAsksForSomethingInASentenceOfItsOwn() {
        assertThat(RuleCode.values()).extracting(RuleBook::asks).doesNotHaveDuplicates();
        assertThat(RuleCode.values())
                .allSatisfy(rule -> assertThat(RuleBook.asks(rule)).matches("[A-Z].*\\."));
    }

    @Test
    void namesAreThoseThatScriptsKnow() {
        assertThat(RuleCode.UNKNOWN_LEVERAGE_POINT.id()).isEqualTo("unknown-leverage-point");
        assertThat(RuleCode.UTF_16.id()).isEqualTo("utf-16");
        assertThat(RuleCode.values()).extracting(RuleCode::id).allMatch(id -> id.matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }
}
