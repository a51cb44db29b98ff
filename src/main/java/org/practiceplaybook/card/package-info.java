/** Cards for print, what fits on them by the fonts' own measures, and the list of what a reader keeps. */
package org.practiceplaybook.card;
