/** Pages for those who keep the playbook: what is not written yet, due for a look, not translated. */
package org.practiceplaybook.editor;
