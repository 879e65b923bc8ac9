import pytest, json
from tests.services.orders.workorders.desk import *
from tests.services.orders.workorders.story import *
async def test_x(world):
    await open_offices(world)
    d = Desk(world)
    for kb in (100,200,300,600,1000):
        a = await d.http.post("/api/work-orders", content=json.dumps({"client_id":"x"*kb*1000}), headers={"content-type":"application/json"})
        print(kb, a.status_code, a.json()["code"])
    holes = [{"diameter_mm": 5, "x_mm": 10 + 7 * n, "y_mm": 20} for n in range(100)]
    piece = LINE["piece"] | {"holes": holes}
    for n in (5,10,20,40,50):
        a = await d.http.post("/api/work-orders", json={"client_id": str(IVANOVA), "items": [{"piece": piece}] * n})
        print(n, a.status_code, a.text[:100], a.request.headers["content-length"])
