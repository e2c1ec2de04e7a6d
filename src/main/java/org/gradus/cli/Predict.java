package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.gradus.cli.terminal.Output;
import org.gradus.data.AtomicFile;
import org.gradus.data.LabeledCsv;
import org.gradus.experiment.Settings;
import org.gradus.experiment.TrainedModel;
import org.gradus.tensor.Softmax;
import org.gradus.tensor.Tensor;
import org.gradus.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code gradus predict}: what a trained model says of examples. */
@Command(
        name = "predict",
        description = "Ask the model of a run for the classes, or numbers, of the examples in a CSV file.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class Predict implements Callable<Integer> {
    private static final String CSV = "csv:";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--model",
            defaultValue = "target/run",
            paramLabel = "FOLDER",
            description = "The folder of the run (default: ${DEFAULT-VALUE}).")
    private Path model;

    @Option(
            names = "--data",
            required = true,
            paramLabel = "csv:FILE",
            description = "The examples: the columns that the model has learned from, with or without the answers.")
    private String data;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the answers go, as CSV (default: the console).")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (!data.startsWith(CSV) || data.length() == CSV.length()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--data: needs csv: and a file, as in csv:pets.csv, found '%s'".formatted(data));
        }
        TrainedModel trained = TrainedModel.read(model);
        Tensor features = LabeledCsv.features(
                Path.of(data.substring(CSV.length())), trained.spec().get(Settings.LABEL), trained.inputs());
        String answers = table(trained, trained.outputs(features)).csv();
        PrintWriter console = spec.commandLine().getOut();
        if (out == null) {
            Output.data(console, answers);
        } else {
            AtomicFile.write(out, answers.getBytes(StandardCharsets.UTF_8));
            console.println("file: " + out.toAbsolutePath());
        }
        console.flush();
        return ExitCode.OK;
    }

    /** One row per example: the class and its probability, or the numbers. */
    private static Table table(TrainedModel trained, Tensor outputs) {
        List<String> names = trained.file().classNames();
        int width = outputs.shape().size(1);
        double[] values = outputs.toArray();
        List<List<Object>> rows = new ArrayList<>();
        for (int start = 0; start < values.length; start += width) {
            double[] row = Arrays.copyOfRange(values, start, start + width);
            rows.add(names.isEmpty() ? List.of(Arrays.stream(row).boxed().toArray()) : likeliest(names, row));
        }
        List<String> head = names.isEmpty()
                ? IntStream.rangeClosed(1, width)
                        .mapToObj(i -> width == 1 ? "predicted" : "predicted_" + i)
                        .toList()
                : List.of("predicted", "probability");
        return new Table(head, rows);
    }

    /** The class with the largest logit; of two classes there may be one logit, that of the second. */
    private static List<Object> likeliest(List<String> names, double... logits) {
        double[] all = logits.length == 1 ? new double[] {0, logits[0]} : logits;
        int best = 0;
        for (int i = 1; i < all.length; i++) {
            best = all[i] > all[best] ? i : best;
        }
        Tensor probabilities = Softmax.softmax(Tensor.of(all), 0);
        return List.of(names.get(best), probabilities.toArray()[best]);
    }
}
