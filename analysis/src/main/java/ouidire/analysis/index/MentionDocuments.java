package ouidire.analysis.index;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import ouidire.analysis.text.MentionFacts;
import ouidire.core.history.LiveFilter;
import ouidire.core.mention.AnalysedMention;
import ouidire.core.mention.Aspect;
import ouidire.core.mention.Author;
import ouidire.core.mention.BrandMatch;
import ouidire.core.mention.Finding;
import ouidire.core.mention.Mention;
import ouidire.core.mention.ToneLabel;

/**
 * Turns an analysed mention into the Lucene document described by {@link Fields}. Used by one
 * thread at a time.
 */
public final class MentionDocuments {
  /** Longest term in bytes: Lucene refuses documents with one beyond 32,766. */
  private static final int MAX_TERM_BYTES = 32_000;

  private static final FieldType TOKENS = tokens(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

  private final MentionFacts facts = new MentionFacts();

  /**
   * The document of a mention.
   *
   * @param json what {@link Fields#JSON} stores: the mention in the form of {@code MentionJson}
   */
  public Document of(AnalysedMention analysed, byte[] json) {
    Mention mention = analysed.mention();
    Document doc = new Document();
    doc.add(new StringField(Fields.ID, mention.id(), Field.Store.NO));
    doc.add(new BinaryDocValuesField(Fields.ID, new BytesRef(mention.id())));
    doc.add(
        NumericDocValuesField.indexedField(Fields.PUBLISHED, Fields.time(mention.publishedAt())));
    text(doc, mention);
    addresses(doc, mention);
    people(doc, mention);
    one(doc, Fields.SOURCE, mention.source().kind() + ":" + mention.source().name());
    one(doc, Fields.SOURCE_KIND, mention.source().kind());
    one(doc, Fields.TYPE, Fields.word(mention.type()));
    one(doc, Fields.LANGUAGE, analysed.language());
    term(doc, Fields.PARENT, mention.parent());
    one(doc, Fields.STORY, analysed.storyId());
    one(doc, Fields.COPIES, analysed.copiesId());
    Set<String> tags = HashSet.newHashSet(mention.hashtags().size());
    for (String tag : mention.hashtags()) {
      tags.add(LiveFilter.folded(tag));
    }
    many(doc, Fields.HASHTAG, tags);
    many(doc, Fields.KIND, names(analysed.kinds()));
    many(doc, Fields.ASPECT, Set.copyOf(new HashSet<>(Aspect.values(analysed.aspects()))));
    many(doc, Fields.FLAG, names(analysed.flags()));
    tones(doc, analysed);
    for (String fact : facts.read(analysed).facts()) {
      term(doc, Fields.FACT, fact);
    }
    doc.add(new StoredField(Fields.JSON, json));
    return doc;
  }

  private static void text(Document doc, Mention mention) {
    String title = mention.title();
    if (title != null) {
      doc.add(new Field(Fields.TITLE, title, TOKENS));
    }
    doc.add(new Field(Fields.TEXT, mention.text(), TOKENS));
  }

  private static void addresses(Document doc, Mention mention) {
    if (mention.links().isEmpty()) {
      return;
    }
    Set<String> links = new HashSet<>(mention.links());
    many(doc, Fields.LINK, links);
    many(doc, Fields.DOMAIN, Set.copyOf(LiveFilter.domains(links)));
  }

  private static void people(Document doc, Mention mention) {
    Author author = mention.author();
    String key = author.key();
    if (key != null) {
      one(doc, Fields.AUTHOR, key);
    }
    number(doc, Fields.FOLLOWERS, author.followers());
    number(doc, Fields.LIKES, mention.engagement().likes());
    number(doc, Fields.COMMENTS, mention.engagement().comments());
    number(doc, Fields.SHARES, mention.engagement().shares());
    doc.add(new NumericDocValuesField(Fields.ENGAGEMENT, mention.engagement().total()));
  }

  private static void tones(Document doc, AnalysedMention analysed) {
    ToneLabel label = analysed.tone().label();
    one(doc, Fields.TONE, Fields.word(label));
    if (label != ToneLabel.UNKNOWN) {
      number(doc, Fields.TONE_SCORE, Fields.score(analysed.tone().score()));
    }
    if (analysed.matches().isEmpty()) {
      return;
    }
    Set<String> brands = new HashSet<>();
    for (BrandMatch match : analysed.matches()) {
      if (brands.add(match.brand())) {
        many(doc, Fields.BRAND_TONE, Set.of(Fields.brandTone(match.brand(), match.tone().label())));
      }
    }
    many(doc, Fields.BRAND, brands);
  }

  private static Set<String> names(List<Finding> findings) {
    return findings.isEmpty()
        ? Set.of()
        : findings.stream().map(Finding::name).collect(Collectors.toSet());
  }

  private static void one(Document doc, String field, String value) {
    BytesRef bytes = bytes(value);
    doc.add(new StringField(field, bytes, Field.Store.NO));
    doc.add(new SortedDocValuesField(field, bytes));
  }

  private static void many(Document doc, String field, Set<String> values) {
    for (String value : values) {
      BytesRef bytes = bytes(value);
      doc.add(new StringField(field, bytes, Field.Store.NO));
      doc.add(new SortedSetDocValuesField(field, bytes));
    }
  }

  private static void term(Document doc, String field, @Nullable String value) {
    if (value != null) {
      doc.add(new StringField(field, bytes(value), Field.Store.NO));
    }
  }

  private static void number(Document doc, String field, @Nullable Long value) {
    if (value != null) {
      doc.add(new NumericDocValuesField(field, value));
    }
  }

  /** A value as a term; filters cut theirs likewise. */
  static BytesRef bytes(String value) {
    BytesRef bytes = new BytesRef(value);
    bytes.length = Math.min(bytes.length, MAX_TERM_BYTES);
    return bytes;
  }

  private static FieldType tokens(IndexOptions options) {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setOmitNorms(true);
    type.setIndexOptions(options);
    type.freeze();
    return type;
  }
}
