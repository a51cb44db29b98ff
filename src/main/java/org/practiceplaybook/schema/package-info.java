/** What an editor should know of the content while it is written: JSON Schemas of front matter and YAML files. */
package org.practiceplaybook.schema;
