/** The parser of flexmark, set up to read as the specifications of CommonMark and GitHub say, within a budget. */
package org.practiceplaybook.markdown.parser;
