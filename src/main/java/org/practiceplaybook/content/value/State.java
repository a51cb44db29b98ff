package org.practiceplaybook.content.value;

/** Whether readers see a practice: a draft is hidden, a retired one carries a notice. */
public enum State implements Keyed {
    LIVE,
    DRAFT,
    RETIRED
}
