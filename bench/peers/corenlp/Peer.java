// Stanford CoreNLP, to be measured beside Sayso. Reads documents (JSON Lines: id, text) on standard input.
//
//   java Peer          prints analyses as `sayso analyse --json` does; CoreNLP has Penn tags and no universal ones
//   java Peer time N   warms up on the first N documents, then prints the seconds that all of them take
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.Annotation;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.semgraph.SemanticGraph;
import edu.stanford.nlp.semgraph.SemanticGraphCoreAnnotations;
import edu.stanford.nlp.semgraph.SemanticGraphEdge;
import edu.stanford.nlp.util.CoreMap;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import javax.json.Json;
import javax.json.JsonArrayBuilder;
import javax.json.JsonObject;

public class Peer {
    static final Map<String, String> TYPES = Map.of(
        "PERSON", "person", "ORGANIZATION", "organization", "LOCATION", "location", "MISC", "misc", "DATE", "date", "MONEY", "money");

    static StanfordCoreNLP pipeline() {
        Properties p = new Properties();
        p.setProperty("annotators", "tokenize,ssplit,pos,lemma,depparse,ner");
        p.setProperty("ssplit.newlineIsSentenceBreak", "two");
        p.setProperty("ner.applyFineGrained", "false");
        p.setProperty("ner.useSUTime", "false");
        p.setProperty("threads", "1");
        return new StanfordCoreNLP(p);
    }

    static JsonArrayBuilder span(String text, int begin, int end) {
        return Json.createArrayBuilder().add(text.codePointCount(0, begin)).add(text.codePointCount(0, end));
    }

    static JsonObject analysis(String id, String text, Annotation done) {
        JsonArrayBuilder sentences = Json.createArrayBuilder(), tokens = Json.createArrayBuilder(), names = Json.createArrayBuilder();
        int before = 0;
        for (CoreMap sentence : done.get(CoreAnnotations.SentencesAnnotation.class)) {
            List<CoreLabel> words = sentence.get(CoreAnnotations.TokensAnnotation.class);
            SemanticGraph tree = sentence.get(SemanticGraphCoreAnnotations.BasicDependenciesAnnotation.class);
            sentences.add(span(text, words.get(0).beginPosition(), words.get(words.size() - 1).endPosition()));
            for (CoreLabel word : words) {
                var node = tree.getNodeByIndexSafe(word.index());
                SemanticGraphEdge edge = node == null || tree.getParent(node) == null ? null : tree.incomingEdgeList(node).get(0);
                tokens.add(Json.createObjectBuilder()
                    .add("span", span(text, word.beginPosition(), word.endPosition()))
                    .add("form", word.word())
                    .add("lemma", word.lemma())
                    .add("upos", "")
                    .add("head", edge == null ? -1 : before + edge.getGovernor().index() - 1)
                    .add("deprel", edge == null ? "root" : edge.getRelation().toString()));
            }
            before += words.size();
            for (CoreMap name : sentence.get(CoreAnnotations.MentionsAnnotation.class)) {
                String type = TYPES.get(name.get(CoreAnnotations.EntityTypeAnnotation.class));
                // A pronoun is listed as a mention of a person too; it is no name.
                List<CoreLabel> parts = name.get(CoreAnnotations.TokensAnnotation.class);
                if (type == null || parts.size() == 1 && parts.get(0).tag().startsWith("PRP")) continue;
                names.add(Json.createObjectBuilder()
                    .add("span", span(text, name.get(CoreAnnotations.CharacterOffsetBeginAnnotation.class),
                                      name.get(CoreAnnotations.CharacterOffsetEndAnnotation.class)))
                    .add("type", type));
            }
        }
        return Json.createObjectBuilder().add("given_id", id).add("text", text).add("sentences", sentences)
            .add("tokens", tokens).add("names", names).build();
    }

    static void annotate(StanfordCoreNLP nlp, List<JsonObject> documents) {
        for (JsonObject d : documents) nlp.annotate(new Annotation(d.getString("text")));
    }

    public static void main(String[] arguments) throws Exception {
        StanfordCoreNLP nlp = pipeline();
        List<JsonObject> documents = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line; (line = lines.readLine()) != null;) {
            if (!line.isBlank()) documents.add(Json.createReader(new StringReader(line)).readObject());
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 2 && arguments[0].equals("time")) {
            annotate(nlp, documents.subList(0, Math.min(Integer.parseInt(arguments[1]), documents.size())));
            long begin = System.nanoTime();
            annotate(nlp, documents);
            out.println((System.nanoTime() - begin) / 1e9);
            return;
        }
        for (JsonObject d : documents) {
            Annotation done = new Annotation(d.getString("text"));
            nlp.annotate(done);
            out.println(analysis(d.getString("id"), d.getString("text"), done));
        }
    }
}
