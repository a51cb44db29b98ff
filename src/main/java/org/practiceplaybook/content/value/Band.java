package org.practiceplaybook.content.value;

/** The four bands of leverage points, weakest first (Abson et al., Leverage points for sustainability transformation, 2017). */
public enum Band implements Keyed {
    PARAMETERS,
    FEEDBACKS,
    DESIGN,
    INTENT
}
