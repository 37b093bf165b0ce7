/**
 * What kind of remark a mention is: question, complaint, praise, suggestion, insult, rumour, irony,
 * press, spam, job. Several may hold; each says which words decided.
 */
@NullMarked
package ouidire.analysis.kind;

import org.jspecify.annotations.NullMarked;
