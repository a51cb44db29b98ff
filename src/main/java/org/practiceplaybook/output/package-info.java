/** What a site is made of: the outputs of each edition, and those that all editions share. */
package org.practiceplaybook.output;
