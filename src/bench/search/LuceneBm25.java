import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Lucene's BM25 with its English analyser, the sum of two fields, the title counting twice: the upper mark of the benchmark.
 *
 * <p>{@code java -cp lucene-core.jar:lucene-analysis-common.jar LuceneBm25.java DOCS QUERIES HITS}. DOCS holds lines of id, title
 * and text, QUERIES lines of key and text, HITS gets lines of key and up to ten ids, best first; all of them split by tabs.
 */
public final class LuceneBm25 {
    public static void main(String[] args) throws IOException {
        Analyzer english = new EnglishAnalyzer();
        try (ByteBuffersDirectory memory = new ByteBuffersDirectory()) {
            try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(english))) {
                for (String line : Files.readAllLines(Path.of(args[0]))) {
                    String[] doc = line.split("\t", -1);
                    Document document = new Document();
                    document.add(new StoredField("id", doc[0]));
                    document.add(new TextField("title", doc[1], Field.Store.NO));
                    document.add(new TextField("text", doc[2], Field.Store.NO));
                    writer.addDocument(document);
                }
            }
            try (DirectoryReader reader = DirectoryReader.open(memory)) {
                IndexSearcher searcher = new IndexSearcher(reader);
                searcher.setSimilarity(new BM25Similarity());
                List<String> hits = new ArrayList<>();
                for (String line : Files.readAllLines(Path.of(args[1]))) {
                    String[] query = line.split("\t", -1);
                    StringBuilder found = new StringBuilder(query[0]);
                    for (ScoreDoc hit : searcher.search(query(english, query[1]), 10).scoreDocs) {
                        found.append('\t').append(searcher.storedFields().document(hit.doc).get("id"));
                    }
                    hits.add(found.toString());
                }
                Files.write(Path.of(args[2]), hits, StandardCharsets.UTF_8);
            }
        }
    }

    private static BooleanQuery query(Analyzer english, String text) throws IOException {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        try (TokenStream tokens = english.tokenStream("text", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                query.add(new BoostQuery(new TermQuery(new Term("title", term.toString())), 2), BooleanClause.Occur.SHOULD);
                query.add(new TermQuery(new Term("text", term.toString())), BooleanClause.Occur.SHOULD);
            }
            tokens.end();
        }
        return query.build();
    }

    private LuceneBm25() {}
}
