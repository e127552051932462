"""Writes a trained network as ONNX with weights of eight bits."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from console.judge.training.network import TrainedNetwork

_OPERATIONS: Final = 17  # version of the set of operations: runtimes of 2023 and later have it
_FORM: Final = 9  # version of the file's form: the same


def export(network: TrainedNetwork, path: Path, *, in_float: Sequence[str] = ()) -> None:
    """Write the network; linear layers become eight-bit except those whose name holds a part of ``in_float``."""
    network.eval()
    example = (torch.tensor([[1, 5, 6, 2]]), torch.tensor([[1, 2]]), torch.zeros(1, 4))
    with TemporaryDirectory() as folder:
        whole = Path(folder, "network.onnx")
        torch.onnx.export(
            network,
            example,
            whole,
            input_names=["text", "before", "extra"],
            output_names=["rows", "shares"],
            dynamic_axes={
                "text": {0: "messages", 1: "pieces"},
                "before": {0: "messages", 1: "pieces_before"},
                "extra": {0: "messages"},
                "rows": {0: "messages"},
                "shares": {0: "messages", 1: "pieces"},
            },
            opset_version=_OPERATIONS,
            dynamo=False,
        )
        nodes = onnx.load(whole).graph.node
        spared = [
            node.name for node in nodes if node.op_type == "MatMul" and any(part in node.name for part in in_float)
        ]
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, nodes_to_exclude=spared)
    model = onnx.load(path)
    model.ir_version = min(model.ir_version, _FORM)
    onnx.save(model, path)
