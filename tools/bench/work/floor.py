"""The floor: what a durable commit, a Kafka hop and a bare POST cost here, without any of ours."""

import asyncio
import sys
import time
from pathlib import Path

import aiohttp
import asyncpg
from aiokafka import AIOKafkaConsumer, AIOKafkaProducer, TopicPartition
from aiokafka.admin import AIOKafkaAdminClient, NewTopic

from deploy.embedded.ports import HOST, pick
from tools.bench.stats import Series

TOPIC = "bench-floor"
BARE = """
import uvicorn
from fastapi import FastAPI
from pydantic import BaseModel
class Line(BaseModel):
    width: int
    height: int
class Order(BaseModel):
    client: str
    lines: list[Line]
app = FastAPI()
@app.post("/orders")
async def place(order: Order) -> Order:
    return order
uvicorn.run(app, host="127.0.0.1", port={port}, log_level="warning", access_log=False)
"""
BODY = {"client": "ivanova", "lines": [{"width": 800, "height": 1200}] * 3}


async def commit(dsn: str, count: int) -> Series:
    """One-row commits of one client; PostgreSQL waits for its disk each time."""
    connection = await asyncpg.connect(dsn)
    try:
        await connection.execute("CREATE TABLE IF NOT EXISTS bench (id bigserial, body text)")
        times = []
        for _ in range(count):
            begun = time.perf_counter()
            await connection.execute("INSERT INTO bench (body) VALUES ($1)", "x" * 500)
            times.append(time.perf_counter() - begun)
    finally:
        await connection.close()
    return Series("durable commit", times)


async def hop(bootstrap: str, count: int) -> Series:
    """produce(acks=all) until the same record is consumed, one at a time."""
    admin = AIOKafkaAdminClient(bootstrap_servers=bootstrap)
    await admin.start()
    if TOPIC not in await admin.list_topics():
        await admin.create_topics([NewTopic(TOPIC, 1, 1)])
    await admin.close()
    producer = AIOKafkaProducer(
        bootstrap_servers=bootstrap, acks="all", enable_idempotence=True, linger_ms=0
    )
    consumer = AIOKafkaConsumer(bootstrap_servers=bootstrap)
    await producer.start()
    await consumer.start()
    try:
        consumer.assign([TopicPartition(TOPIC, 0)])
        await consumer.seek_to_end()
        times = []
        for _ in range(count):
            begun = time.perf_counter()
            waiting = asyncio.create_task(consumer.getone())
            await producer.send_and_wait(TOPIC, b"x" * 500)
            await waiting
            times.append(time.perf_counter() - begun)
    finally:
        await consumer.stop()
        await producer.stop()
    return Series("Kafka produce → consume", times[5:])


async def bare_post(folder: Path, count: int) -> Series:
    """A POST to the smallest FastAPI application behind uvicorn."""
    port = pick()
    script = folder / "bare.py"
    script.write_text(BARE.replace("{port}", str(port)))
    process = await asyncio.create_subprocess_exec(sys.executable, str(script))
    try:
        async with aiohttp.ClientSession(f"http://{HOST}:{port}") as session:
            await _answers(session)
            times = []
            for _ in range(count):
                begun = time.perf_counter()
                async with session.post("/orders", json=BODY) as answer:
                    await answer.read()
                times.append(time.perf_counter() - begun)
    finally:
        process.terminate()
        await process.wait()
    return Series("bare POST", times[20:])


async def _answers(session: aiohttp.ClientSession) -> None:
    for _ in range(200):
        try:
            async with session.post("/orders", json=BODY):
                return
        except aiohttp.ClientConnectionError:
            await asyncio.sleep(0.05)
    raise TimeoutError("the bare application did not start")
