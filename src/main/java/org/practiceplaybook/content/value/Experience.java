package org.practiceplaybook.content.value;

/** How much practice in facilitation a practice asks for. */
public enum Experience implements Keyed {
    FIRST_TIME,
    SOME,
    EXPERIENCED
}
