package org.practiceplaybook.content.value;

/** Where in the life of a group a practice is done. */
public enum Where implements Keyed {
    /** By the group, in the room or the call. */
    TOGETHER,
    BEFOREHAND,
    AFTERWARDS,
    ALONE
}
