/** The forms in which a playbook is carried away: one file each, made of the site's own files. */
package org.practiceplaybook.pack;
