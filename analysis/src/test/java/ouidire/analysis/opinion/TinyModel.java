package ouidire.analysis.opinion;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A classifier of a few words, written as ONNX (the protocol buffers of its specification,
 * onnx.proto) with its tokenizer.json: the logits of a text are the sums of those of its words.
 */
final class TinyModel {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  private final Map<String, float[]> words = new LinkedHashMap<>();
  private final int outputs;

  /**
   * @param outputs how many labels it has
   */
  TinyModel(int outputs) {
    this.outputs = outputs;
    words.put("[UNK]", new float[outputs]);
  }

  TinyModel with(String word, float... logits) {
    words.put(word, logits);
    return this;
  }

  /** Writes {@code model.onnx} and {@code tokenizer.json} into a folder; the path of the first. */
  Path write(Path folder) throws IOException {
    StringBuilder vocabulary = new StringBuilder();
    int id = 0;
    for (String word : words.keySet()) {
      vocabulary.append(id == 0 ? "" : ",").append('"').append(word).append("\":").append(id++);
    }
    Files.writeString(
        folder.resolve("tokenizer.json"),
        """
        {"version":"1.0","truncation":null,"padding":null,"added_tokens":[],
        "normalizer":{"type":"Lowercase"},"pre_tokenizer":{"type":"Whitespace"},
        "post_processor":null,"decoder":null,
        "model":{"type":"WordLevel","vocab":{%s},"unk_token":"[UNK]"}}
        """
            .formatted(vocabulary));
    return Files.write(folder.resolve("model.onnx"), model());
  }

  private byte[] model() {
    Message opset = new Message().number(2, 13);
    return new Message().number(1, 8).message(7, graph()).message(8, opset).bytes();
  }

  private Message graph() {
    ByteBuffer table =
        ByteBuffer.allocate(4 * outputs * words.size()).order(ByteOrder.LITTLE_ENDIAN);
    words
        .values()
        .forEach(
            logits -> {
              for (float logit : logits) {
                table.putFloat(logit);
              }
            });
    return new Message()
        .message(1, node("Gather", "words", List.of("table", "input_ids")))
        .message(1, node("Cast", "mask", List.of("attention_mask")).message(5, number("to", FLOAT)))
        .message(1, node("Unsqueeze", "column", List.of("mask", "last")))
        .message(1, node("Mul", "said", List.of("words", "column")))
        .message(
            1,
            node("ReduceSum", "logits", List.of("said", "middle"))
                .message(5, number("keepdims", 0)))
        .text(2, "tiny")
        .message(5, tensor("table", FLOAT, table.array(), words.size(), outputs))
        .message(5, tensor("last", INT64, whole(2), 1))
        .message(5, tensor("middle", INT64, whole(1), 1))
        .message(11, value("input_ids", INT64, "texts", "tokens"))
        .message(11, value("attention_mask", INT64, "texts", "tokens"))
        .message(12, value("logits", FLOAT, "texts", "labels"));
  }

  private static byte[] whole(long value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
  }

  private static Message node(String operator, String output, List<String> inputs) {
    Message node = new Message();
    inputs.forEach(input -> node.text(1, input));
    return node.text(2, output).text(3, output).text(4, operator);
  }

  private static Message number(String name, long value) {
    return new Message().text(1, name).number(3, value).number(20, 2);
  }

  private static Message tensor(String name, int type, byte[] raw, long... dimensions) {
    Message tensor = new Message();
    for (long dimension : dimensions) {
      tensor.number(1, dimension);
    }
    return tensor.number(2, type).text(8, name).raw(9, raw);
  }

  private static Message value(String name, int type, String... dimensions) {
    Message shape = new Message();
    for (String dimension : dimensions) {
      shape.message(1, new Message().text(2, dimension));
    }
    Message tensor = new Message().number(1, type).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /** A protocol buffer in the making. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint((long) field << 3);
      varint(value);
      return this;
    }

    Message text(int field, String value) {
      return raw(field, value.getBytes(UTF_8));
    }

    Message message(int field, Message value) {
      return raw(field, value.bytes());
    }

    Message raw(int field, byte[] value) {
      varint((long) field << 3 | 2);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }

    private void varint(long value) {
      long left = value;
      while (left > 0x7f) {
        out.write((int) (left & 0x7f | 0x80));
        left >>>= 7;
      }
      out.write((int) left);
    }
  }
}
