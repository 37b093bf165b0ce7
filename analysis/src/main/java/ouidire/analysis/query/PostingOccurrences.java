package ouidire.analysis.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.text.MentionTokens;

/** Where leaves stand in one field of one document, read from the index. Documents in order. */
final class PostingOccurrences implements Occurrences {
  private final List<Postings> leaves = new ArrayList<>();
  private final Postings ends;
  private final @Nullable SpanList[] known;
  private @Nullable SpanList knownEnds;
  private int document = -1;

  PostingOccurrences(LeafReader reader, String field, PlaceProgram program) throws IOException {
    Terms terms = reader.terms(field);
    for (Place leaf : program.leaves()) {
      leaves.add(new Postings(terms == null ? List.of() : postings(terms, field, leaf)));
    }
    ends =
        new Postings(
            terms == null || !program.asksSentences()
                ? List.of()
                : postings(terms, field, new Place.Term(MentionTokens.SENTENCE_END, "")));
    known = new SpanList[leaves.size()];
  }

  void moveTo(int target) {
    document = target;
    Arrays.fill(known, null);
    knownEnds = null;
  }

  @Override
  public SpanList of(int leaf) {
    SpanList spans = known[leaf];
    if (spans == null) {
      spans = leaves.get(leaf).at(document);
      known[leaf] = spans;
    }
    return spans;
  }

  @Override
  public SpanList sentenceEnds() {
    SpanList spans = knownEnds;
    if (spans == null) {
      spans = ends.at(document);
      knownEnds = spans;
    }
    return spans;
  }

  private static List<PostingsEnum> postings(Terms terms, String field, Place leaf)
      throws IOException {
    List<PostingsEnum> all = new ArrayList<>();
    if (leaf instanceof Place.Term(String term, String _)) {
      TermsEnum one = terms.iterator();
      if (one.seekExact(new BytesRef(term))) {
        all.add(one.postings(null, PostingsEnum.POSITIONS));
      }
      return all;
    }
    TermsEnum several = TermsLikeQuery.of(field, leaf).terms(terms);
    while (several.next() != null) {
      all.add(several.postings(null, PostingsEnum.POSITIONS));
    }
    return all;
  }

  /** The postings of the terms of one leaf, those behind advanced first. */
  private static final class Postings {
    private final PriorityQueue<PostingsEnum> byDocument =
        new PriorityQueue<>(4, Comparator.comparingInt(PostingsEnum::docID));

    Postings(List<PostingsEnum> all) {
      byDocument.addAll(all);
    }

    SpanList at(int target) {
      try {
        while (!byDocument.isEmpty() && byDocument.peek().docID() < target) {
          PostingsEnum behind = byDocument.poll();
          if (behind.advance(target) != PostingsEnum.NO_MORE_DOCS) {
            byDocument.add(behind);
          }
        }
        List<PostingsEnum> here = new ArrayList<>(2);
        while (!byDocument.isEmpty() && byDocument.peek().docID() == target) {
          here.add(byDocument.poll());
        }
        SpanList spans = here.isEmpty() ? SpanList.EMPTY : new SpanList();
        for (PostingsEnum postings : here) {
          int count = postings.freq();
          for (int i = 0; i < count; i++) {
            int position = postings.nextPosition();
            spans.add(position, position);
          }
          // Its positions are read: it waits for a later document.
          if (postings.nextDoc() != PostingsEnum.NO_MORE_DOCS) {
            byDocument.add(postings);
          }
        }
        return here.size() > 1 ? spans.sort() : spans;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
