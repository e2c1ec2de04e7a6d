package org.gradus.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradus.graph.BackwardTrace.Contribution;
import org.gradus.graph.BackwardTrace.Step;
import org.gradus.graph.Graph.Node;
import org.gradus.tensor.Computation;
import org.gradus.tensor.Tensor;

/** Notes what the engine's backward walk does, and computes nothing. */
final class BackwardRecorder implements Computation.Observer {
    private final List<Node> nodes;
    private final List<Step> steps = new ArrayList<>();
    private final int[] received; // by node
    private List<Contribution> contributions = new ArrayList<>();
    private Node visited; // null before the first visit
    private Optional<Tensor> adjoint = Optional.empty();

    BackwardRecorder(Graph graph) {
        this.nodes = graph.nodes();
        this.received = new int[nodes.size()];
    }

    @Override
    public void visits(int node, Optional<Tensor> adjoint) {
        finishStep();
        this.visited = nodes.get(node);
        this.adjoint = adjoint;
    }

    @Override
    public void passes(int argument, Optional<Tensor> contribution, Optional<Tensor> sum) {
        int to = visited.inputs().get(argument);
        received[to] += contribution.isPresent() ? 1 : 0;
        contributions.add(new Contribution(nodes.get(to), argument, contribution, received[to], sum));
    }

    private void finishStep() {
        if (visited != null) {
            steps.add(new Step(steps.size() + 1, visited, adjoint, received[visited.id()], contributions));
            contributions = new ArrayList<>();
            visited = null;
        }
    }

    /** The steps noted, once the walk has ended. */
    List<Step> steps() {
        finishStep();
        return steps;
    }
}
