package org.practiceplaybook.search;

/** Where a weight of {@link Weights#ofQuery()} stands. */
final class Weight {
    static final int TITLE_COVER = 0;
    static final int HEADING_COVER = 1;
    static final int EXACT = 2;
    static final int EXACT_HEADING = 3;
    static final int COVER = 4;
    static final int STOP = 5;
    static final int PREFIX = 6;
    static final int ONLY_PREFIX = 7;
    static final int TYPO = 8;
    static final int JOINT = 9;
    static final int FAMILY = 10;

    private Weight() {}
}
